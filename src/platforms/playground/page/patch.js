// @ts-check

/** What the page itself puts on an element; the server knows nothing of it. */
const OWN_ATTRIBUTES = ['aria-busy', 'aria-label'];

/**
 * Makes an element equal to another and leaves alone what is equal already: so assistive technology
 * reads out what is new and not the whole, and the focus, a selection and pictures stay.
 *
 * @param {Element} standing
 * @param {Element} wanted
 */
export function patch(standing, wanted) {
  patchAttributes(standing, wanted);
  let place = standing.firstChild;
  for (const child of [...wanted.childNodes]) {
    const alike = nextAlike(place, child);
    if (!alike) {
      standing.insertBefore(child, place);
      continue;
    }
    removeUntil(place, alike);
    patchNode(alike, child);
    place = alike.nextSibling;
  }
  removeUntil(place, null);
}

/**
 * @param {ChildNode} standing
 * @param {ChildNode} wanted
 */
function patchNode(standing, wanted) {
  if (standing instanceof Element && wanted instanceof Element) return patch(standing, wanted);
  if (standing.nodeValue !== wanted.nodeValue) standing.nodeValue = wanted.nodeValue;
}

/**
 * @param {Element} standing
 * @param {Element} wanted
 */
function patchAttributes(standing, wanted) {
  for (const name of standing.getAttributeNames()) {
    if (!wanted.hasAttribute(name) && !OWN_ATTRIBUTES.includes(name))
      standing.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (standing.getAttribute(name) !== value) standing.setAttribute(name, value);
  }
}

/**
 * @param {ChildNode | null} from
 * @param {ChildNode} wanted
 */
function nextAlike(from, wanted) {
  for (let node = from; node; node = node.nextSibling) {
    if (kindOf(node) === kindOf(wanted)) return node;
  }
  return null;
}

/**
 * @param {ChildNode | null} from
 * @param {ChildNode | null} until
 */
function removeUntil(from, until) {
  for (let node = from; node && node !== until;) {
    const gone = node;
    node = node.nextSibling;
    gone.remove();
  }
}

/**
 * Equal for what may become each other: a button of one meaning never turns into one of another.
 *
 * @param {ChildNode} node
 */
function kindOf(node) {
  if (!(node instanceof HTMLElement)) return node.nodeName;
  const { action, own, mark } = node.dataset;
  const meaning = action ?? own ?? mark ?? node.getAttribute('href') ?? '';
  return `${node.nodeName} ${meaning}`;
}
