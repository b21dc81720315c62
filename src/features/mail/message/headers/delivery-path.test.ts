import { expect, test } from 'vitest';
import { delayInWords, deliveryPath } from './delivery-path.ts';

const received = (...values: string[]) => values.map((value) => ({ name: 'Received', value }));

test('the way is told in the order of travel, with the time each step took', () => {
  const hops = deliveryPath(
    received(
      'from AM1 (2603:10a6::1) by DB3.eurprd02.prod.example (2603:10a6::2) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.20; Fri, 20 Nov 2026 08:01:05 +0000',
      'from mail.shop.example (mail.shop.example [192.0.2.1])\r\n by mx.example with ESMTPS id 1\r\n for <a@b.example>; Fri, 20 Nov 2026 09:00:02 +0100 (CET)',
      'by 10.0.0.1 with HTTP; Fri, 20 Nov 2026 08:00:00 +0000',
    ),
  );
  expect(hops).toMatchObject([
    { from: undefined, by: '10.0.0.1', protocol: 'HTTP', isEncrypted: false, delay: undefined },
    {
      from: 'mail.shop.example',
      by: 'mx.example',
      protocol: 'ESMTPS',
      isEncrypted: true,
      delay: 2,
    },
    { from: 'AM1', protocol: 'Microsoft SMTP', isEncrypted: true, delay: 63 },
  ]);
});

test('what cannot be read is left open', () => {
  expect(deliveryPath(received('nonsense', 'from a by b; no date'))).toMatchObject([
    { from: 'a', by: 'b', at: undefined, delay: undefined },
    { from: undefined, by: undefined, at: undefined },
  ]);
  expect(deliveryPath([])).toEqual([]);
});

test('delays are written as people say them', () => {
  expect([0, 59, 185, 7800, -3].map(delayInWords)).toEqual([
    '0 s',
    '59 s',
    '3 min 5 s',
    '2 h 10 min',
    '3 s back: the clocks differ',
  ]);
});
