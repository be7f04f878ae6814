export const en = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  'credentials-refused': 'The address or the password does not match. Check both, then try again.',
  emailMissing: 'Give your e-mail address.',
  passwordMissing: 'Give your password.',
  againTitle: 'Your session has ended',
  againText: 'Sign in again to go on. All you have typed is still here.',
} as const;
