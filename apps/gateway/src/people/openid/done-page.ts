/**
 * Where a sign-in ends that was begun in a tab of its own, so that a page with something half typed stays as it is: tells
 * that page, which goes on.
 */
export const donePage = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Parvis</title>
<style>
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; box-sizing: border-box }
main { max-width: 34rem } h1 { font-size: 1.5rem; margin: 0 0 .5rem }
</style></head>
<body><main>
<h1>Vous pouvez fermer cet onglet.</h1>
<p>La page que vous avez laissée ouverte continue ; tout ce que vous y avez saisi est encore là.</p>
<p lang="en">You can close this tab: the page you left open goes on, with all you have typed.</p>
</main>
<script>
new BroadcastChannel('parvis.connexion').postMessage(location.hash);
history.replaceState(null, '', location.pathname);
setTimeout(close, 800);
</script>
</body></html>
`;
