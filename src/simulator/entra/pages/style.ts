/** The look of the simulated Microsoft pages. Calm, and not Microsoft's: nobody should mistake one for the real thing. */
export const pageStyle = `
:root{color-scheme:light dark;--canvas:light-dark(#f7f5f1,#131517);--surface:light-dark(#fff,#1a1d20);
--hover:light-dark(#f3f0ea,#22262a);--line:light-dark(#dfdbd3,#2c3136);--edge:light-dark(#847f76,#7a8189);
--ink:light-dark(#1c2024,#ece9e4);--quiet:light-dark(#474d54,#bfc3c8);--accent:light-dark(#1e4fae,#8fb4ff);
--on-accent:light-dark(#fff,#0b1936);--accent-hover:light-dark(#173f8c,#b0caff);
--token:light-dark(#6638ad,#c6a8ff);--token-soft:light-dark(#eee7f8,#2a2140);--danger:light-dark(#b02318,#ff9d94)}
*{box-sizing:border-box}
body>*{flex:none}
body{margin:0;min-block-size:100dvh;display:flex;flex-direction:column;background:var(--canvas);color:var(--ink);
font:14px/20px "Segoe UI",system-ui,sans-serif}
header{margin-block-end:24px;padding:8px 16px;background:var(--token-soft);color:var(--token);font-weight:600;text-align:center;
border-block-end:1px solid var(--line)}
main{inline-size:min(440px,100%);margin:auto;padding:32px;background:var(--surface);border:1px solid var(--line);
border-radius:10px}
h1{margin:0 0 8px;font-size:20px;line-height:28px;font-weight:600;letter-spacing:-.01em;outline:0}
h2{margin:0;font-size:14px;line-height:20px;font-weight:600}
p{margin:0 0 16px;color:var(--quiet);overflow-wrap:anywhere}
.who{display:inline-block;margin:0 0 16px;padding:2px 8px;border:1px solid var(--line);border-radius:4px;
color:var(--quiet);overflow-wrap:anywhere}
ul{list-style:none;margin:0 0 16px;padding:0;border-block-start:1px solid var(--line)}
li{border-block-end:1px solid var(--line)}
li.scope{padding:12px 0}li.scope p{margin:0}
button{font:inherit;min-block-size:44px;cursor:pointer;border-radius:6px}
button:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.person{display:flex;align-items:center;gap:8px 12px;inline-size:100%;padding:8px;border:0;background:none;color:inherit;
text-align:start}
.person:hover{background:var(--hover)}
.name{flex:1;min-inline-size:0;overflow-wrap:anywhere}
.notes{display:flex;flex-direction:column;align-items:end;gap:4px;max-inline-size:45%}
.note{flex:none;padding:2px 6px;border:1px solid var(--line);border-radius:4px;color:var(--quiet);font-size:11px;line-height:14px}
.person b{display:block;font-weight:600}
.initials{flex:none;display:grid;place-items:center;inline-size:36px;block-size:36px;border-radius:50%;
background:var(--token-soft);color:var(--token);font-weight:600}
.person small{display:block;font-size:12px;line-height:16px;color:var(--quiet)}
.actions{display:flex;flex-flow:row-reverse wrap;gap:8px}
.actions button{min-inline-size:108px;padding:6px 16px;border:1px solid var(--edge);background:var(--surface);color:inherit}
.actions button:hover{background:var(--hover)}
.actions .primary{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
.actions .primary:hover{background:var(--accent-hover);border-color:var(--accent-hover)}
details{margin:0 0 16px}summary{min-block-size:44px;padding:12px 0;cursor:pointer;color:var(--accent);border-radius:6px}
summary:focus-visible,input:focus-visible,textarea:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
label{display:block;margin:0 0 16px;font-weight:600}.check{display:flex;align-items:center;gap:8px;min-block-size:44px;margin:0}
.check input{inline-size:18px;block-size:18px;margin:0;accent-color:var(--accent)}
input:not([type=checkbox]),textarea{display:block;inline-size:100%;min-block-size:44px;margin-block-start:4px;padding:8px 12px;
border:1px solid var(--edge);border-radius:6px;background:var(--surface);color:inherit;font:inherit;font-weight:400}
input[type=hidden]{display:none!important}
.number{font-size:40px;line-height:48px;font-weight:600;text-align:center;color:var(--token);font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:0;font-size:12px;line-height:16px}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere;font-family:ui-monospace,Consolas,monospace}
.bad{color:var(--danger)}
footer{padding:16px;text-align:center;color:var(--quiet);font-size:12px;line-height:16px}
@media (max-width:480px){header{margin:0}main{margin:0;border-inline:0;border-block-start:0;border-radius:0;padding:24px 16px}
body{background:var(--surface)}footer{margin-block-start:auto}}
@media (forced-colors:active){.initials{border:1px solid}}
`;
