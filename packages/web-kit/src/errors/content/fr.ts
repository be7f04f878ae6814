export const fr = {
  unreachable: 'Parvis ne répond pas. Vérifiez votre connexion, puis réessayez.',
  failed:
    "Un incident de notre côté a empêché l'affichage. Réessayez ; si cela continue, citez la référence.",
} as const;
