import { ConfirmPage } from '@parvis/web-kit/sign-up/confirm-page';
import { ForgottenPage } from '@parvis/web-kit/sign-up/forgotten-page';
import { NewEmailPage } from '@parvis/web-kit/sign-up/new-email-page';
import { NewPasswordPage } from '@parvis/web-kit/sign-up/new-password-page';
import type { SignUpPlace } from '@parvis/web-kit/sign-up/place';
import { SignUpPage } from '@parvis/web-kit/sign-up/sign-up-page';
import { WaitingPage } from '@parvis/web-kit/sign-up/waiting-page';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../paths.js';

const usePlace = (): SignUpPlace => {
  const { history } = useRouter();
  return {
    side: 'SUPPLIER',
    homeHref: paths.home,
    signUpHref: paths.signUp,
    confirmHref: paths.confirmSignUp,
    forgottenHref: paths.forgottenPassword,
    accountHref: paths.account,
    requestsHref: paths.requests,
    directoryHref: paths.directory,
    firstHref: paths.deposit,
    go: (href) => history.push(href),
  };
};

export const SignUp = (): ReactNode => <SignUpPage {...usePlace()} />;
export const ConfirmSignUp = (): ReactNode => <ConfirmPage {...usePlace()} />;
export const ForgottenPassword = (): ReactNode => <ForgottenPage {...usePlace()} />;
export const NewPassword = (): ReactNode => <NewPasswordPage {...usePlace()} />;
export const NewEmail = (): ReactNode => <NewEmailPage {...usePlace()} />;
export const Waiting = (): ReactNode => <WaitingPage {...usePlace()} />;
