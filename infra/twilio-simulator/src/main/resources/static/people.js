// Made-up callers. Numbers with 555-01xx are kept free for fiction by the North American Numbering Plan.

const FIRST = ['Nora', 'Emil', 'Ines', 'Otto', 'Maya', 'Hugo', 'Lena', 'Theo', 'Ruth', 'Omar', 'Ida', 'Yuki', 'Zoë', 'Ravi', 'Elsa', 'Finn'];
const LAST = ['Field', 'Marlow', 'Quist', 'Hollis', 'Brandt', 'Okoro', 'Lindqvist', 'Sato', 'Vance', 'Moreau', 'Novak', 'Reyes', 'Thorne', 'Adler'];
const AREAS = ['212', '206', '303', '312', '404', '415', '503', '512', '617', '702', '773', '808', '919'];

const any = list => list[Math.floor(Math.random() * list.length)];

export function madeUpCaller() {
  const lastTwo = String(Math.floor(Math.random() * 100)).padStart(2, '0');
  return { from: `+1${any(AREAS)}55501${lastTwo}`, callerName: `${any(FIRST)} ${any(LAST)}` };
}
