/**
 * Embed a world in a page: a sandboxed frame, and messages with it whose origin and source are checked both ways.
 *
 * Your server mints the token with its secret key (`POST /v1/sessions/token`); this code only ever sees that token.
 */

export interface Choice {
  event: string;
  label: string;
  seq: number;
}

export interface StateEntered {
  state: string;
  visited: number;
}

export interface Ending {
  kind: 'win' | 'lose';
  title: string;
  subtitle: string | null;
}

export interface EmbedError {
  code: string;
  message: string;
}

export interface Theme {
  colorPrimary?: string;
}

export interface EmbedOptions {
  /** An element, or a selector of one. */
  container: string | HTMLElement;
  /** Session token from your server. */
  token: string;
  /** Slug of the world: for your own reference and the frame's title, which is the world's name without one. */
  slug?: string;
  /** Where Makebelieve is served; by default where this script came from. */
  host?: string;
  theme?: Theme;
  /** Gives a fresh session token of your server when the one in use is not good any more. */
  refreshToken?: () => Promise<string | null> | string | null;
  /** The world is up and playing. */
  onReady?: (world: { worldId: string; name: string }) => void;
  onChoice?: (choice: Choice) => void;
  onStateEntered?: (state: StateEntered) => void;
  onEnding?: (ending: Ending) => void;
  onSessionEnded?: () => void;
  onError?: (error: EmbedError) => void;
}

export interface Embed {
  readonly frame: HTMLIFrameElement;
  /** Let an event of the world happen, as if the player chose it. The server decides whether it can. */
  send(event: string): void;
  destroy(): void;
}

const MARK = 'makebelieve';
/** How long the frame may stay silent, ms: from the start, and once it has loaded whatever it was answered with. */
const SILENT = 20_000;
const SILENT_LOADED = 3_000;
/** Where this script came from: its tag, or as a module its own address. Null for bundles, which have addresses of their own and say `host`. */
const script = typeof document === 'undefined' ? null : (document.currentScript as HTMLScriptElement | null);
const source = script?.src || (/\/embed\.js(\?|$)/.test(import.meta.url) ? import.meta.url : '');
const home = source ? new URL(source).origin : null;

/** Put a world into a container. Throws for a container that is not there, and without a host; a missing token is told by `onError`. */
export function createEmbed(options: EmbedOptions): Embed {
  const container = typeof options.container === 'string' ? document.querySelector(options.container) : options.container;
  if (!(container instanceof HTMLElement)) throw new Error(`makebelieve: container: there is no element ${String(options.container)}`);
  const base = options.host ?? home;
  if (!base) throw new Error('makebelieve: host: say where Makebelieve is served, like https://worlds.example.com');
  const origin = new URL(base, location.href).origin;

  const frame = document.createElement('iframe');
  // Tokens come from a fetch that can fail, and plain JavaScript then hands on undefined: the frame asks for another, or says why it is empty.
  const query = new URLSearchParams({ token: options.token ?? '', origin: location.origin });
  frame.src = `${origin}/embed.html?${query}`;
  frame.title = options.slug ?? 'World';
  // Its own origin is another one than this page's, so it may keep it and still reach nothing here.
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.allow = 'autoplay; fullscreen';
  frame.referrerPolicy = 'origin';
  frame.style.cssText = 'border:0;width:100%;height:100%;display:block';

  const post = (message: Record<string, unknown>): void => frame.contentWindow?.postMessage({ makebelieve: MARK, ...message }, origin);

  const renew = async (): Promise<void> => {
    let token: string | null = null;
    try {
      token = (await options.refreshToken?.()) ?? null;
    } catch (error) {
      options.onError?.({ code: 'refresh_failed', message: error instanceof Error ? error.message : String(error) });
    }
    post({ type: 'token', token });
  };

  // A frame that the browser or a network refuses to show says nothing, and loads like any other.
  let silence = 0;
  const expect = (within: number): void => {
    window.clearTimeout(silence);
    silence = window.setTimeout(
      () => options.onError?.({ code: 'unreachable', message: `${origin} does not answer, or may not be shown on ${location.origin}` }),
      within,
    );
  };
  const loaded = (): void => expect(SILENT_LOADED);

  const hear = (message: MessageEvent): void => {
    if (message.origin !== origin || message.source !== frame.contentWindow) return;
    const said = message.data as { makebelieve?: string; type?: string } | null;
    if (said?.makebelieve !== MARK) return;
    window.clearTimeout(silence);
    frame.removeEventListener('load', loaded);
    const { makebelieve: _, type, ...data } = said as Record<string, unknown>;
    if (type === 'ready') {
      if (options.theme) post({ type: 'theme', theme: { ...options.theme } });
      if (options.slug === undefined) frame.title = String(data.name);
      options.onReady?.(data as { worldId: string; name: string });
    } else if (type === 'choice') options.onChoice?.(data as unknown as Choice);
    else if (type === 'state') options.onStateEntered?.(data as unknown as StateEntered);
    else if (type === 'ending') options.onEnding?.(data as unknown as Ending);
    else if (type === 'ended') options.onSessionEnded?.();
    else if (type === 'error') options.onError?.(data as unknown as EmbedError);
    else if (type === 'token') void renew();
  };

  window.addEventListener('message', hear);
  frame.addEventListener('load', loaded);
  expect(SILENT);
  container.append(frame);
  return {
    frame,
    send: (event) => post({ type: 'event', name: event }),
    destroy: () => {
      window.clearTimeout(silence);
      window.removeEventListener('message', hear);
      frame.remove();
    },
  };
}

/** Mount every element with `data-makebelieve-slug` (or `data-alakazam-slug`) that has its token beside it; once each. */
export function mountAll(root: ParentNode = document): Embed[] {
  const found: Embed[] = [];
  for (const brand of ['makebelieve', 'alakazam']) {
    for (const element of root.querySelectorAll<HTMLElement>(`[data-${brand}-slug][data-${brand}-token]`)) {
      if (element.dataset.makebelieveMounted !== undefined) continue;
      element.dataset.makebelieveMounted = '';
      const slug = element.getAttribute(`data-${brand}-slug`) ?? '';
      const token = element.getAttribute(`data-${brand}-token`) ?? '';
      const host = element.getAttribute(`data-${brand}-host`);
      found.push(createEmbed({ container: element, slug, token, ...(host === null ? {} : { host }) }));
    }
  }
  return found;
}
