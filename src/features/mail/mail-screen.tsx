export function MailScreen() {
  return <p>mail</p>;
}
