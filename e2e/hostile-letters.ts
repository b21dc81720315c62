/** What a letter can try: to load something from a host of its sender's, or to run something where it is shown. */

export const tracker = 'https://tracker.test';

/** The address of one attempt; each has its own, so that one that gets through names itself. */
const at = (nth: number) => `${tracker}/${nth}`;

/** One way each to make a browser ask the sender's host for something, as HTML and CSS know them. */
const loading: ((url: string) => string)[] = [
  (url) => `<img src="${url}">`,
  (url) => `<img srcset="${url} 1x">`,
  (url) => `<picture><source srcset="${url}"><img alt=""></picture>`,
  (url) => `<img/src="${url}"//>`,
  (url) => `<img loading="lazy" src="${url}">`,
  (url) => `<img src="${url.replace('https:', '')}">`,
  (url) => `<img src="${url.replace('https:', 'http:')}">`,
  (url) => `<base href="${url}/"><img src="relative">`,
  (url) => `<body background="${url}">`,
  (url) => `<table background="${url}"><tr><td>x</td></tr></table>`,
  (url) => `<table><tr><td background="${url}">x</td></tr></table>`,
  (url) => `<style>@import "${url}";</style>`,
  (url) => `<style>@import url(${url});</style>`,
  (url) => `<style>@layer a { } @import\n"${url}" layer(a);</style>`,
  (url) => `<style>@font-face{font-family:a;src:url(${url})}p{font-family:a}</style><p>x</p>`,
  (url) => `<style>p::before{content:url(${url})}</style><p>x</p>`,
  (url) => `<style>:root{--a:url(${url})}p{background:var(--a)}</style><p>x</p>`,
  (url) => `<style>p{background:u\\rl(${url})}</style><p>x</p>`,
  (url) => `<style>p{background:url(${url}`,
  (url) => `<p style="background:url(${url})">x</p>`,
  (url) => `<p style="background:url('${url}">x</p>`,
  (url) => `<p style="background:\\75rl(${url})">x</p>`,
  (url) => `<p style='background:URL("${url}")'>x</p>`,
  (url) => `<p style="background-image:image-set('${url}' 1x)">x</p>`,
  (url) => `<p style="background:cross-fade(url(${url}),url(${url}))">x</p>`,
  (url) => `<p style="list-style-image:url(${url});display:list-item">x</p>`,
  (url) => `<p style="cursor:url(${url}),auto">x</p>`,
  (url) => `<p style="content:url(${url})">x</p>`,
  (url) => `<p style="border-image:url(${url}) 1">x</p>`,
  (url) => `<p style="mask:url(${url})">x</p>`,
  (url) => `<p style="filter:url(${url}#a)">x</p>`,
  (url) => `<link rel="stylesheet" href="${url}">`,
  (url) => `<link rel="prefetch" href="${url}">`,
  (url) => `<link rel="preload" as="image" href="${url}">`,
  (url) => `<link rel="icon" href="${url}">`,
  (url) => `<meta http-equiv="refresh" content="0;url=${url}">`,
  (url) => `<iframe src="${url}"></iframe>`,
  (url) => `<iframe srcdoc="<img src='${url}'>"></iframe>`,
  (url) => `<object data="${url}"></object>`,
  (url) => `<embed src="${url}">`,
  (url) => `<video src="${url}" autoplay></video>`,
  (url) => `<video poster="${url}"></video>`,
  (url) => `<video><source src="${url}"></video>`,
  (url) => `<audio src="${url}" autoplay></audio>`,
  (url) => `<input type="image" src="${url}">`,
  (url) => `<svg><image href="${url}" width="9" height="9"/></svg>`,
  (url) => `<svg><filter id="f"><feImage href="${url}"/></filter><rect filter="url(#f)"/></svg>`,
  (url) => `<svg><style>@import "${url}";</style></svg>`,
  (url) => `<math><mtext><img src="${url}"></mtext></math>`,
  (url) => `<noscript><img src="${url}"></noscript>`,
  (url) => `<script src="${url}"></script>`,
];

/** One way each to run script, which leaves its mark on the page that shows the letter. */
const running = [
  `<script>top.pwned = 1</script>`,
  `<img src="x" onerror="top.pwned = 1">`,
  `<svg onload="top.pwned = 1"></svg>`,
  `<style onload="top.pwned = 1"></style>`,
  `<details open ontoggle="top.pwned = 1"><summary>x</summary></details>`,
  `<iframe srcdoc="<script>top.pwned = 1</script>"></iframe>`,
  `<iframe src="javascript:top.pwned = 1"></iframe>`,
  `<object data="data:text/html,<script>top.pwned = 1</script>"></object>`,
  `<math><mtext><table><mglyph><style><img src="x" onerror="top.pwned = 1">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src="x" onerror="top.pwned = 1">`,
];

export const loadingLetters: readonly string[] = loading.map((make, nth) => make(at(nth)));
export const runningLetters: readonly string[] = running;
