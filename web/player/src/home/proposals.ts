/** The requests that a reply proposes: what can be said as it stands, and so can be pressed. */

const LED = 'Say for example: ';
/** A question behind the last request, which is no part of it. */
const ASKED = /[.?!]? (?:What|Which|Who|Where) (?:else )?(?:shall|should) [^.?!]*\?$/;
const BLANKS = /\b[A-Z]{4,}\b/;

/** What a reply says before it proposes anything; all of it where it proposes nothing. */
export function before(reply: string): string {
  const at = proposals(reply).length > 0 ? reply.lastIndexOf(LED) : -1;
  return at < 0 ? reply : reply.slice(0, at).trim();
}

/** In the order of the reply; requests with a blank to fill in ("lock the PLACE with ...") are left out. */
export function proposals(reply: string): string[] {
  const at = reply.lastIndexOf(LED);
  if (at < 0) return [];
  const told = reply.slice(at + LED.length).replace(ASKED, '');
  const quoted = [...told.matchAll(/(?:^|or:? )(?:'([^']+)'|"([^"]+)")(?=[.,?]? ?(?:or\b|$))/g)].map((one) => one[1] ?? one[2] ?? '');
  const found = quoted.length > 0 ? quoted : told.split(', or: ').map((one) => one.replace(/[.?]$/, ''));
  return found.map((one) => one.trim()).filter((one) => one !== '' && !BLANKS.test(one));
}
