export const fr = {
  title: 'Connexion',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  signIn: 'Se connecter',
  'credentials-refused': "L'adresse ou le mot de passe ne convient pas. Vérifiez les deux, puis réessayez.",
  emailMissing: 'Indiquez votre adresse électronique.',
  passwordMissing: 'Indiquez votre mot de passe.',
  againTitle: 'Votre session a pris fin',
  againText: 'Reconnectez-vous pour continuer. Tout ce que vous avez saisi est encore là.',
} as const;
