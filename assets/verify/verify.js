'use strict';

// What a sealed text is, decided as package app/seal decides it: keep the two alike.

const purpose = 'tiengtrong certificate 1\n';
const space = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

const words = (text) => text.split(space).filter(Boolean);
const canonical = (text) => new TextEncoder().encode(purpose + words(text.normalize('NFC')).join(' '));
const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
const hex = (array) => Array.from(array, (b) => b.toString(16).padStart(2, '0')).join('');

// parse takes a sealed text apart, or returns null where it bears no seal.
function parse(whole) {
  const last = words(whole).pop() || '';
  const [scheme, key, signature, ...rest] = last.split('.');
  if (scheme !== 'tt1' || !/^[A-Za-z0-9_-]{85}[AQgw]$/.test(signature || '') || rest.length) return null;
  const raw = bytes(signature.replace(/-/g, '+').replace(/_/g, '/') + '==');
  return { text: whole.slice(0, whole.lastIndexOf(last)).trim(), key, signature: raw, digest: hex(nacl.hash(raw).slice(0, 8)) };
}

// verify tells what a sealed text is, by the keys of the schools that are known.
function verify(whole, rings) {
  const seal = parse(whole);
  if (!seal) return { state: 'no-seal', text: whole.trim() };
  for (const ring of rings) {
    const key = ring.keys.find((k) => k.id === seal.key);
    if (key) return { text: seal.text, key: key.id, school: ring.school, ...judge(ring, key, seal) };
  }
  return { state: 'unknown-key', text: seal.text, key: seal.key };
}

function judge(ring, key, seal) {
  if (!nacl.sign.detached.verify(canonical(seal.text), seal.signature, bytes(key.public))) return { state: 'altered' };
  if (ring.void && ring.void[seal.digest]) return { state: 'void', note: ring.void[seal.digest] };
  if (key.revoked && !(key.revoked.kept || []).includes(seal.digest)) return { state: 'revoked', note: key.revoked };
  return { state: 'genuine' };
}

const sentences = {
  'genuine': ['Thật: nhà trường đã chứng nhận nội dung dưới đây.', 'Genuine: the school certified this text. Compare it with the sheet.', 'So với giấy trên tay: từng chữ phải giống.'],
  'void': ['Đã hủy: nhà trường đã thu hồi giấy này.', 'Void: the school has withdrawn this certificate.', ''],
  'altered': ['Không đúng: nội dung đã bị sửa, hoặc chữ ký không phải của nhà trường.', 'Altered: this is not what the school signed.', ''],
  'revoked': ['Không chắc: ký bằng một khóa mà nhà trường không còn bảo đảm.', 'Uncertain: signed with a key that the school no longer vouches for.', 'Hãy hỏi nhà trường xem số này có trong sổ khen thưởng không.'],
  'unknown-key': ['Không rõ: trang này không biết khóa đã ký.', 'Unknown: this page does not know the key.', 'Hãy hỏi nhà trường trang xác minh mới nhất.'],
  'no-code': ['Không đọc được mã trong ảnh.', 'No code was found in the photo.', 'Hãy chụp gần hơn, thẳng và đủ sáng.'],
  'no-seal': ['Chưa thấy chữ ký trong nội dung này.', 'There is no signature in this text.', 'Hãy dán cả dòng cuối, bắt đầu bằng “tt1.”'],
};

const node = (name, text, lang) => {
  const n = document.createElement(name);
  n.textContent = text;
  if (lang) { n.lang = lang; n.className = 'soft'; }
  return n;
};

function show(v) {
  const [said, english, advice] = sentences[v.state];
  const box = document.getElementById('verdict');
  box.className = v.state;
  box.replaceChildren(node('h2', said), node('p', english, 'en'));
  if (v.note) box.append(node('p', `Ngày ${v.note.date.split('-').reverse().join('/')}: ${v.note.reason}`));
  if (advice) box.append(node('p', advice));
  if (v.school) box.append(node('p', `${v.school} · khóa ${v.key}`));
  if (v.text) box.append(node('pre', v.text));
  box.hidden = false;
  box.scrollIntoView({ block: 'nearest' });
}

// scan finds the code in a picture, and returns what it says: large first, then smaller, since blurred edges get sharper so.
function scan(image) {
  const canvas = document.createElement('canvas');
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  for (const side of [2400, 1600, 1000, 600]) {
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    const code = jsQR(brush.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height);
    if (code) return new TextDecoder().decode(new Uint8Array(code.binaryData));
  }
  return '';
}

function start() {
  const rings = JSON.parse(document.getElementById('rings').textContent);
  const text = document.getElementById('text');
  for (const ring of rings) {
    const ids = ring.keys.map((k) => k.id + (k.revoked ? ' (đã thu hồi)' : '')).join(', ');
    document.getElementById('keys').append(node('li', `${ring.school}: ${ids}`));
  }
  document.getElementById('check').addEventListener('click', () => show(verify(text.value, rings)));
  document.getElementById('photo').addEventListener('change', async (event) => {
    const [photo] = event.target.files;
    if (!photo) return;
    text.value = await createImageBitmap(photo).then(scan).catch(() => '');
    if (text.value) show(verify(text.value, rings));
    else show({ state: 'no-code', text: '' });
    event.target.value = '';
  });
  const given = decodeURIComponent(location.hash.slice(1));
  if (given) { text.value = given; show(verify(given, rings)); }
}

start();
