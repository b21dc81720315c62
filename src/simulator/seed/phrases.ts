/** What people write about, by language: one set of words per language, joined by `|`. */
import type { Language } from './cultures.ts';

/** Blanks: `{p}` a project, `{f}` a firm, `{n}` a number, `{t}` a time of day, `{me}` the reader's given name. */
export interface Phrases {
  readonly direction: 'ltr' | 'rtl';
  readonly greetings: readonly string[];
  readonly subjects: readonly string[];
  readonly sentences: readonly string[];
  readonly closings: readonly string[];
  /** Prefixes of replies and of what is handed on. */
  readonly reply: readonly string[];
  /** One-time code: subject, sentence before, sentence after. */
  readonly code: readonly string[];
  /** Parcel: subject, sentence, button. */
  readonly parcel: readonly string[];
  /** Invoice: subject, sentence, item, total, button. */
  readonly invoice: readonly string[];
  /** Newsletter: read on, unsubscribe, why one gets it, then headlines. */
  readonly news: readonly string[];
}

interface Forms {
  readonly reply: string;
  readonly code?: string;
  readonly parcel?: string;
  readonly invoice?: string;
  readonly news?: string;
}

/** Notices come in English where a language has no words of its own for them. */
const englishForms = {
  code: '{n} is your sign-in code for {f}|Use this code to finish signing in to {f}:|It is good for 10 minutes. If you did not ask for it, somebody may know your password.',
  parcel:
    'Your parcel {n} is on its way|{f} has handed your parcel to the carrier. It should reach you tomorrow between 09:00 and {t}.|Track the parcel',
  invoice:
    'Invoice {n} from {f}|Thank you for your order. Payment is due within 30 days.|Calibration service, grade A|Total|View invoice',
  news: 'Read more|Unsubscribe|You get this message because you registered for our events.',
};

function phrases(
  direction: 'ltr' | 'rtl',
  greetings: string,
  subjects: string,
  sentences: string,
  closings: string,
  forms: Forms,
): Phrases {
  const { reply, code, parcel, invoice, news } = { ...englishForms, ...forms };
  return {
    direction,
    greetings: greetings.split('|'),
    subjects: subjects.split('|'),
    sentences: sentences.split('|'),
    closings: closings.split('|'),
    reply: reply.split('|'),
    code: code.split('|'),
    parcel: parcel.split('|'),
    invoice: invoice.split('|'),
    news: news.split('|'),
  };
}

export const phrasesIn: Record<Language, Phrases> = {
  en: phrases(
    'ltr',
    'Hi {me},|Hello {me},|Dear {me},|Morning {me},|{me} –|Hi all,',
    'Minutes from the {p} review|Test plate no. {n} is back from coating|Question about the {p} mount|Lunch on Thursday?|Draft: {p} tolerance budget|Who has the torque wrench?|{p}: drawings for sign-off|Holiday cover|Fire drill at {t}',
    'The second batch from {f} arrived this morning and the surface figure looks better than the first.|Could you have a look before {t}, so that we can send it out today?|The customer would like to see the interferograms before they decide.|No hurry, next week is fine.|I moved the review to {t} because the lab is booked until then.|Please do not use the blue cable on bench {n}.|{f} can deliver in six weeks, or in four for a surcharge.|There is cake in the kitchen on the second floor.|My train is late, please start without me.|The drift follows the room temperature almost exactly, see the plot.|Let us talk about it over coffee.',
    'Best regards,|Thanks,|Cheers,|All the best,',
    {
      reply: 'Re: |Fw: ',
    },
  ),
  de: phrases(
    'ltr',
    'Hallo {me},|Guten Tag {me},|Moin {me},',
    'Prüfprotokoll {p} Los {n}|Rückfrage zur Zeichnung {n}|Terminverschiebung auf {t} Uhr|Lieferverzug bei {f}|Übergabe während meines Urlaubs',
    'Anbei erhalten Sie das Prüfprotokoll für Los {n}, alle Werte liegen innerhalb der Toleranz.|Könnten Sie bitte bis {t} Uhr Bescheid geben, ob die Beschichtung so freigegeben ist?|Die Oberflächengüte ist außergewöhnlich, größere Abweichungen gibt es nur am Rand.|Das Kühlmittelpumpengehäuse ist endlich da.',
    'Mit freundlichen Grüßen|Viele Grüße',
    {
      reply: 'AW: |WG: ',
      news: 'Weiterlesen|Abbestellen|Sie erhalten diese Nachricht, weil Sie unseren Rundbrief bestellt haben.|Freiformoptik verlässt das Labor|Frühbucherpreise für die Optiktage in Jena',
    },
  ),
  fr: phrases(
    'ltr',
    'Bonjour {me},|Salut {me},|Bonjour à tous,',
    'Compte rendu de la réunion {p}|Devis nº {n} : lentilles asphériques|Déjeuner à {t} ?|Retard de livraison chez {f}',
    'Voici le compte rendu de la réunion d’hier, n’hésitez pas à le compléter.|Le devis nº {n} est valable jusqu’à la fin du mois.|Pourriez-vous me confirmer votre présence à {t} ?|Ça marche pour moi, à très bientôt !',
    'Cordialement,|Bien à vous,',
    {
      reply: 'RE : |TR : ',
      invoice:
        'Facture nº {n} – {f}|Merci de votre confiance. Règlement sous 30 jours.|Étalonnage, classe A|Total TTC|Voir la facture',
    },
  ),
  es: phrases(
    'ltr',
    'Hola, {me}:|Buenos días, {me}:',
    '¿Reunión a las {t}?|Presupuesto {n} para {p}|Muestras de {f}|Incidencia en el banco {n}',
    '¿Podrías revisar el presupuesto antes de las {t}?|Las muestras de {f} llegaron en perfecto estado.|Mañana no estaré en la oficina, pero contesto al móvil.|El año pasado tuvimos el mismo problema con el señor Ibáñez.',
    'Un saludo,|Saludos cordiales,',
    {
      reply: 'RE: |RV: ',
      parcel:
        'Tu paquete {n} está en camino|{f} ha entregado tu paquete al transportista. Llegará mañana antes de las {t}.|Seguir el envío',
    },
  ),
  pt: phrases(
    'ltr',
    'Olá {me},|Bom dia, {me},',
    'Relatório de ensaio {n}|Reunião {p} às {t}|Dúvida sobre a fixação da lente',
    'Segue em anexo o relatório de ensaio nº {n}.|Infelizmente a {f} só consegue entregar na próxima semana.|Podemos falar amanhã às {t}?|Não há pressa, até sexta-feira está ótimo.',
    'Cumprimentos,|Abraço,',
    {
      reply: 'RES: |ENC: ',
    },
  ),
  ja: phrases(
    'ltr',
    '{me} 様|{me} さん、お疲れ様です。|いつもお世話になっております。',
    '【ご確認】{p}の検査成績書（第{n}号）|打ち合わせ日程変更のお願い（{t}〜）|Re-test結果の共有',
    '先日ご依頼いただきました検査成績書（第{n}号）をお送りいたします。|レンズ面の精度は仕様を満たしておりますが、外周部にわずかな乱れがございます。|来週は出張のため、返信が遅れる場合がございます。',
    'よろしくお願いいたします。|以上、よろしくお願い申し上げます。',
    {
      reply: 'RE: |FW: ',
      news: '続きを読む|配信停止|本メールはイベントにご登録の方にお送りしています。|自由曲面光学の最前線|光学フォーラム：参加申込受付中',
    },
  ),
  ar: phrases(
    'rtl',
    'مرحباً {me}،|صباح الخير {me}،|تحية طيبة وبعد،',
    'تقرير القياس رقم {n}|موعد الاجتماع الساعة {t}|سؤال حول مشروع {p}',
    'نرفق لكم تقرير القياس رقم {n} للمراجعة.|هل يناسبكم أن نلتقي غداً الساعة {t}؟|وصلت العيّنات من شركة {f} بحالة ممتازة.',
    'مع أطيب التحيات،|وتفضلوا بقبول فائق الاحترام،',
    {
      reply: 'رد: |إعادة توجيه: ',
      code: 'رمز التحقق: {n}|استخدم هذا الرمز لتسجيل الدخول إلى {f}:|تنتهي صلاحية الرمز بعد 10 دقائق. لا تشاركه مع أحد.',
    },
  ),
  he: phrases(
    'rtl',
    'שלום {me},|היי {me},',
    'דו״ח מדידה מס׳ {n}|פגישה בשעה {t}|שאלה לגבי {p}',
    'מצורף דו״ח המדידה מס׳ {n}, אשמח להערות.|אפשר לדחות את הפגישה לשעה {t}?|תודה על העזרה אתמול!',
    'בברכה,|תודה,',
    {
      reply: 'השב: |הועבר: ',
    },
  ),
  pl: phrases(
    'ltr',
    'Cześć {me},|Dzień dobry,|Szanowni Państwo,',
    'Protokół pomiaru nr {n}|Spotkanie {p} o {t}|Opóźniona dostawa: {f}',
    'W załączeniu przesyłam protokół pomiaru nr {n}.|Czy możemy przełożyć spotkanie na {t}?|Źródło światła zostało wymienione, wyniki są już w normie.',
    'Pozdrawiam,|Z poważaniem,',
    {
      reply: 'Odp: |PD: ',
    },
  ),
};

export const projects = ['Aurora', 'Borealis', 'Halcyon', 'LX-40', 'Périgée', 'Quadrant'] as const;

export const news = {
  mastheads: ['The Focal Plane', 'Lab & Lens Weekly', 'Photon Post', 'Bench Notes'],
  headlines: [
    'Freeform optics leave the laboratory',
    'Seven ways to clean a mirror you should not try',
    'A spectrometer the size of a sugar cube',
  ],
  teasers: [
    'A team in Jena has shown a mirror whose surface follows no symmetry.',
    'We asked eleven technicians. Nine of them winced.',
    'Prices are without tax. While stocks last; not together with other offers.',
  ],
} as const;
