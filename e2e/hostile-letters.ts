/**
 * What a letter can try: to load something from a host of its sender's, to run something where it is shown, to lead the
 * page away when it is pressed. Every attempt has an address or a mark of its own, so that one that gets through names
 * itself.
 */

type Make = (url: string) => string;

/** One way each to make a browser ask the sender's host for something, as HTML and CSS know them. */
const loading: readonly Make[] = [
  (url) => `<img src="${url}">`,
  (url) => `<img srcset="${url} 1x">`,
  (url) => `<img src="data:," srcset="${url} 2x, ${url} 1x" sizes="100vw">`,
  (url) => `<picture><source srcset="${url}"><img alt=""></picture>`,
  (url) => `<img/src="${url}"//>`,
  (url) => `<img loading="lazy" src="${url}">`,
  (url) => `<img src="${url.replace('https:', '')}">`,
  (url) => `<img src="\\\\${url.slice('https://'.length)}">`,
  (url) => `<img src="ht&#x0a;tps://${url.slice('https://'.length)}">`,
  (url) => `<image src="${url}">`,
  (url) => `<img lowsrc="${url}" dynsrc="${url}" src="${url}">`,
  (url) => `<base href="${url}/"><img src="relative">`,
  (url) => `<body background="${url}">`,
  (url) => `<body style="background:url(${url})">`,
  (url) => `<table background="${url}"><tr><td>x</td></tr></table>`,
  (url) => `<table><tr><td background="${url}">x</td></tr></table>`,
  (url) => `<style>@import "${url}";</style>`,
  (url) => `<style>@import url(${url});</style>`,
  (url) => `<style>@im\\port url(${url});</style>`,
  (url) => `<style>@layer a { } @import\n"${url}" layer(a);</style>`,
  (url) => `<style><!-- @import "${url}"; p{background:url(${url})} --></style><p>x</p>`,
  (url) => `<style>@font-face{font-family:a;src:url(${url})}p{font-family:a}</style><p>x</p>`,
  (url) => `<style>p::before{content:url(${url})}</style><p>x</p>`,
  (url) => `<style>p::marker{content:url(${url})}p{display:list-item}</style><p>x</p>`,
  (url) => `<style>:root{--a:url(${url})}p{background:var(--a)}</style><p>x</p>`,
  (url) => `<style>p{background:u\\rl(${url})}</style><p>x</p>`,
  (url) => `<style>p{background:url(${url}`,
  (url) =>
    `<style>@media all{@supports (display:block){p{background:url(${url})}}}</style><p>x</p>`,
  (url) =>
    `<style>@container (width>0){p{background:url(${url})}}html{container-type:size}</style><p>x</p>`,
  (url) =>
    `<style>@property --b{syntax:"<image>";inherits:true;initial-value:url(${url})}p{background:var(--b)}</style><p>x</p>`,
  (url) => `<style>@keyframes k{to{background:url(${url})}}p{animation:k 1s}</style><p>x</p>`,
  (url) => `<p style="background:url(${url})">x</p>`,
  (url) => `<p style="background:url('${url}">x</p>`,
  (url) => `<p style="background:\\75rl(${url})">x</p>`,
  (url) => `<p style='background:URL("${url}")'>x</p>`,
  (url) => `<p style="background-image:image-set('${url}' 1x)">x</p>`,
  (url) => `<p style="background-image:-webkit-image-set(url(${url}) 1x)">x</p>`,
  (url) => `<p style="--a:'${url}';background-image:image-set(var(--a) 1x)">x</p>`,
  (url) => `<p style="background:cross-fade(url(${url}),url(${url}))">x</p>`,
  (url) => `<p style="list-style-image:url(${url});display:list-item">x</p>`,
  (url) => `<p style="cursor:url(${url}),auto">x</p>`,
  (url) => `<p style="content:url(${url})">x</p>`,
  (url) => `<p style="border-image:url(${url}) 1;border:9px solid">x</p>`,
  (url) => `<p style="mask:url(${url})">x</p>`,
  (url) => `<p style="clip-path:url(${url}#a)">x</p>`,
  (url) => `<p style="filter:url(${url}#a)">x</p>`,
  (url) => `<p style="shape-outside:url(${url});float:left">x</p>`,
  (url) => `<p style="offset-path:url(${url}#a)">x</p>`,
  (url) => `<link rel="stylesheet" href="${url}">`,
  (url) => `<link rel="prefetch" href="${url}">`,
  (url) => `<link rel="preload" as="image" href="${url}">`,
  (url) => `<link rel="modulepreload" href="${url}">`,
  (url) => `<link rel="preconnect" href="${url}">`,
  (url) => `<link rel="dns-prefetch" href="${url}">`,
  (url) => `<link rel="icon" href="${url}">`,
  (url) => `<link rel="manifest" href="${url}">`,
  (url) => `<meta http-equiv="refresh" content="0;url=${url}">`,
  (url) => `<meta http-equiv="Link" content="<${url}>; rel=preload; as=image">`,
  (url) => `<iframe src="${url}"></iframe>`,
  (url) => `<iframe srcdoc="<img src='${url}'>"></iframe>`,
  (url) => `<frameset><frame src="${url}"></frameset>`,
  (url) => `<object data="${url}"></object>`,
  (url) => `<embed src="${url}">`,
  (url) => `<video src="${url}" autoplay></video>`,
  (url) => `<video poster="${url}"></video>`,
  (url) => `<video><source src="${url}"><track default src="${url}"></video>`,
  (url) => `<audio src="${url}" autoplay></audio>`,
  (url) => `<input type="image" src="${url}">`,
  (url) => `<svg><image href="${url}" width="9" height="9"/></svg>`,
  (url) => `<svg><image xlink:href="${url}" width="9" height="9"/></svg>`,
  (url) => `<svg><use href="${url}#a"/></svg>`,
  (url) =>
    `<svg><filter id="f"><feImage href="${url}"/></filter><rect filter="url(#f)" width="9" height="9"/></svg>`,
  (url) => `<svg><rect fill="url(${url}#a)" width="9" height="9"/></svg>`,
  (url) =>
    `<svg><rect width="9" height="9"><animate attributeName="style" to="fill:url(${url}#a)" begin="0s"/></rect></svg>`,
  (url) => `<svg><image><set attributeName="href" to="${url}" begin="0s"/></image></svg>`,
  (url) => `<svg><style>@import "${url}";</style></svg>`,
  (url) => `<svg><foreignObject><img src="${url}"></foreignObject></svg>`,
  (url) => `<math><mtext><img src="${url}"></mtext></math>`,
  (url) => `<noscript><img src="${url}"></noscript>`,
  (url) => `<template shadowrootmode="open"><img src="${url}"></template>`,
  (url) => `<div><template shadowrootmode="open"><img src="${url}"></template></div>`,
  (url) => `<script src="${url}"></script>`,
  (url) => `<a attributionsrc="${url}" href="#x">x</a><img attributionsrc="${url}" src="data:,">`,
  (url) => `<form action="${url}" id="a"><button autofocus formaction="${url}">x</button></form>`,
  (url) => `<xml><img src="${url}"></xml>`,
  (url) => `<!--[if mso]><img src="${url}"><![endif]--><![if !mso]><img src="${url}"><![endif]>`,
  (url) => `<p title="--></title><img src='${url}'>">x</p>`,
  (url) => `<svg></p><style><a id="</style><img src=${url}>">`,
];

/** One way each to run script, which leaves its mark on the page that shows the letter. */
const mark = 'top.pwned=1';
const running: readonly string[] = [
  `<script>${mark}</script>`,
  `<script type="module">${mark}</script>`,
  `<img src="x" onerror="${mark}">`,
  `<svg onload="${mark}"></svg>`,
  `<body onload="${mark}">`,
  `<style onload="${mark}"></style>`,
  `<details open ontoggle="${mark}"><summary>x</summary></details>`,
  `<input autofocus onfocus="${mark}">`,
  `<div tabindex="0" autofocus onfocus="${mark}">x</div>`,
  `<p style="animation:a 1ms" onanimationstart="${mark}">x</p><style>@keyframes a{}</style>`,
  `<video onerror="${mark}"><source></video>`,
  `<marquee onstart="${mark}">x</marquee>`,
  `<iframe srcdoc="<script>${mark}</script>"></iframe>`,
  `<iframe src="javascript:${mark}"></iframe>`,
  `<iframe src="data:text/html,<script>${mark}</script>"></iframe>`,
  `<object data="data:text/html,<script>${mark}</script>"></object>`,
  `<embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${mark}'/>">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${mark}">`,
  `<base href="javascript:/a/"><a href="/${mark}">x</a>`,
  `<math><mtext><table><mglyph><style><img src="x" onerror="${mark}">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src="x" onerror="${mark}">`,
  `<svg><desc><table><a><title><style></title><img src="x" onerror="${mark}"></style>`,
  `<noscript><p title="</noscript><img src=x onerror='${mark}'>"></noscript>`,
  `<template><style></template><img src="x" onerror="${mark}"></style></template>`,
  `<select><template><img src="x" onerror="${mark}"></template></select>`,
  `<svg><a xlink:href="javascript:${mark}"><rect width="99" height="99"/></a></svg>`,
  `<svg><animate onbegin="${mark}" attributeName="x" dur="1s"/></svg>`,
  `<div popover id="p" onbeforetoggle="${mark}">x</div><button popovertarget="p">x</button>`,
  `<dialog open onclose="${mark}"><form method="dialog"><button>x</button></form></dialog>`,
  `<img name="getElementById"><img name="body"><img name="documentElement"><img name="addEventListener">`,
  `<form id="body"><input name="attributes"><input name="parentNode"></form>`,
  `\ufeff<img src="x" onerror="${mark}">`,
  `+ADw-img src=+ACI-x+ACI- onerror=+ACI-${mark}+ACI-+AD4-`,
  `<img src="x" o\u0000nerror="${mark}"><scr\u0000ipt>${mark}</scr\u0000ipt>`,
];

/** Pressed, none of these leads the page away, runs anything or sends anything. */
const pressed: readonly Make[] = [
  () => `<a href="javascript:${mark}">press</a>`,
  () => `<a href="&#106;ava&Tab;script&colon;${mark}">press</a>`,
  () => `<a href="data:text/html,<script>${mark}</script>">press</a>`,
  () => `<a href="blob:https://localhost/x">press</a>`,
  (url) => `<a target="_top" href="${url}">press</a>`,
  (url) => `<a target="_parent" href="${url}">press</a>`,
  (url) => `<a target="_self" href="${url}">press</a>`,
  (url) => `<base target="_top"><a href="${url}">press</a>`,
  (url) => `<a ping="${url}" href="#x">press</a>`,
  (url) => `<a href="${url}" download="x.html">press</a>`,
  () => `<a href="/profile">press</a>`,
  (url) => `<form action="${url}"><input type="submit" value="press"></form>`,
  (url) => `<form id="f" action="${url}"></form><button form="f">press</button>`,
  (url) => `<button formaction="${url}">press</button>`,
  (url) =>
    `<map name="m"><area href="${url}" target="_top" coords="0,0,99,99"></map><img usemap="#m" alt="press" width="99" height="99">`,
  (url) => `<svg><a href="${url}" target="_top"><text y="20">press</text></a></svg>`,
  (url) => `<label for="i">press</label><input id="i" type="image" src="${url}">`,
];

export const count = { loading: loading.length, running: running.length, pressed: pressed.length };

export const loadingLetters = (origin: string): readonly string[] =>
  loading.map((make, nth) => make(`${origin}/load-${nth}`));
export const runningLetters: readonly string[] = running;
export const pressedLetters = (origin: string): readonly string[] =>
  pressed.map((make, nth) => make(`${origin}/press-${nth}`));
