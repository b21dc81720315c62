/** An address that is none of ours: says so and shows the ways on. */
import { Link } from 'react-router';
import { paths } from '#config/paths.ts';
import { Screen } from '#shell/screen.tsx';

export function NotFoundScreen() {
  return (
    <Screen title="Nothing is here">
      <p>
        No screen has this address. Go on to <Link to={paths.services}>your services</Link>,{' '}
        <Link to={paths.mail}>mail</Link> or <Link to={paths.contacts}>contacts</Link>.
      </p>
    </Screen>
  );
}
