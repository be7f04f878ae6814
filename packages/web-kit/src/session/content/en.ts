export const en = {
  title: 'Sign in',
  email: 'E-mail address',
  password: 'Password',
  signIn: 'Sign in',
  'credentials-refused': 'The address or the password does not match. Check both, then try again.',
  'too-many-tries': 'Too many tries for this address. Try again from {{instant}}.',
  emailMissing: 'Give your e-mail address.',
  passwordMissing: 'Give your password.',
  unreachable: 'Parvis does not answer. Check your connection, then try again.',
  againTitle: 'Your session has ended',
  againText: 'Sign in again to go on. All you have typed is still here.',
} as const;
