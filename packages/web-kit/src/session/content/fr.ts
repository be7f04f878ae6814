export const fr = {
  title: 'Connexion',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  'credentials-refused': "L'adresse ou le mot de passe ne convient pas. Vérifiez les deux, puis réessayez.",
  'too-many-tries': "Trop d'essais pour cette adresse. Réessayez à partir du {{instant}}.",
  emailMissing: 'Indiquez votre adresse électronique.',
  passwordMissing: 'Indiquez votre mot de passe.',
  unreachable: 'Parvis ne répond pas. Vérifiez votre connexion, puis réessayez.',
  againTitle: 'Votre session a pris fin',
  againText: 'Reconnectez-vous pour continuer. Tout ce que vous avez saisi est encore là.',
} as const;
