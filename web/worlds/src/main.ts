/** Entry of a world's page, alone or in a frame: connect, show, play. */
import './world.css';
import { el } from './dom';
import { Host } from './host';
import type { Choice, Connected, Happened, Situation, World } from './model';
import type { Tools } from './more';
import { Page } from './page';
import { Refused, Session, type Turn } from './session';
import { Sound } from './sound';
import { Stage } from './stage';
import { airOf } from './weather';

interface Boot {
  token?: string | null;
  /** The origin that the token is bound to; only that page is spoken with. */
  origin?: string | null;
  /** Why the token that came with the page is not taken. */
  refused?: { code: string; message: string; status: number } | null;
  tools?: Tools | null;
}

const RENEW_WITHIN = 10_000;
const MUTED = 'makebelieve.muted';
/** What players read where the server's words are for who embeds the world; the embedding page hears those. */
const PLAINLY: Readonly<Record<string, string>> = {
  not_here: 'That cannot be done here any more.',
  not_yet: 'Not yet.',
  token_expired: 'Your time here is over. Load this page again to go on.',
};

function bootData(): Boot {
  const text = document.getElementById('mb-boot')?.textContent;
  return text ? (JSON.parse(text) as Boot) : {};
}

/** Of this tab, or of this browser. */
type Memory = 'sessionStorage' | 'localStorage';

function remembered(key: string, memory: Memory = 'sessionStorage'): string | null {
  try {
    return window[memory].getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string | null, memory: Memory = 'sessionStorage'): void {
  try {
    if (value === null) window[memory].removeItem(key);
    else window[memory].setItem(key, value);
  } catch {
    // Without storage a reload begins anew, and with sound.
  }
}

class Player {
  private page!: Page;
  private stage!: Stage;
  private world!: World;
  private situation!: Situation;
  private readonly sound = new Sound();
  private readonly session: Session;
  private readonly host: Host;
  private renewed: ((token: string | null) => void) | null = null;
  private clock = 0;
  /** Where this tab notes its run; empty where it notes none. */
  private place = '';

  constructor(
    private readonly root: HTMLElement,
    token: string,
    origin: string | null,
    private readonly tools: Tools | null,
    private readonly refused: Refused | null,
  ) {
    this.host = new Host(origin, {
      onToken: (fresh) => this.renewed?.(fresh),
      onEvent: (name) => void this.send(name),
      onTheme: (theme) => this.theme(theme),
    });
    this.host.tell({ type: 'hello' });
    this.session = new Session(token, this.host.embedded ? origin : null, {
      onTurn: (turn) => this.show(turn),
      onAway: (away) => this.page.showAway(away),
      onOver: (reason) => this.over(reason),
      renew: () => this.renew(),
    });
  }

  async start(): Promise<void> {
    const joined = await this.joined();
    this.world = joined.world;
    this.sound.muted = remembered(MUTED, 'localStorage') !== null;
    document.title = joined.world.name;
    this.page = new Page(
      joined.world,
      this.root,
      {
        choose: (choice) => void this.choose(choice),
        say: (choice, text) => void this.say(choice, text),
        refuse: () => this.sound.cue('refused'),
        restart: () => void this.act(() => this.session.restart()),
        mute: (muted) => {
          this.sound.muted = muted;
          remember(MUTED, muted ? 'yes' : null, 'localStorage');
        },
        muted: this.sound.muted,
      },
      this.host.embedded ? null : this.tools,
    );
    this.stage = new Stage(joined.world, this.page.scene);
    this.page.onWords((share) => this.stage.rest(share));
    this.page.onSpots((spots) => this.stage.lay(spots));
    // Who hears of a place entered should have heard before that there is a world.
    this.host.tell({ type: 'ready', worldId: joined.world.id, name: joined.world.name });
    this.show({ happened: null, situation: joined.situation });
    await this.session.open();
  }

  /** Where this tab stood before it was loaded anew, or the beginning. In a frame the page above keeps the run by its token. */
  private async joined(): Promise<Connected> {
    if (this.host.embedded || this.tools === null) return await this.session.enter(this.refused);
    this.place = `makebelieve.run.${this.tools.worldId}.${this.tools.rev}`;
    const before = remembered(this.place);
    let joined: Connected;
    try {
      joined = await this.session.join(before ?? undefined);
    } catch (error) {
      if (before === null || !(error instanceof Refused)) throw error;
      joined = await this.session.join();
    }
    remember(this.place, joined.sessionId);
    return joined;
  }

  private theme(theme: Record<string, string>): void {
    const color = theme.colorPrimary;
    if (color !== undefined && CSS.supports('color', color)) document.documentElement.style.setProperty('--primary', color);
  }

  private async choose(choice: Choice): Promise<void> {
    if (choice.kind === 'terminal') {
      this.page.openConsole(choice);
      return;
    }
    this.sound.cue('choose');
    this.stage.step();
    await this.act(() => this.session.choose(choice.name));
  }

  private async say(choice: Choice, text: string): Promise<void> {
    await this.act(() => this.session.say(choice.name, text));
  }

  /** An event that the embedding page asks for: the server decides whether it can happen. */
  private async send(name: string): Promise<void> {
    await this.act(() => this.session.choose(name), false);
  }

  /** @param wished by the player, who is told when it is refused; else only the embedding page is. */
  private async act(work: () => Promise<Turn>, wished = true): Promise<void> {
    this.page.busy(true);
    try {
      const turn = await work();
      if (turn.happened?.event !== undefined) {
        const label = this.situation.choices.find((choice) => choice.name === turn.happened?.event)?.label ?? turn.happened.event;
        this.host.tell({ type: 'choice', event: turn.happened.event, label, seq: turn.happened.seq });
      }
      if (turn.happened?.reply !== undefined) this.page.reply(turn.happened.reply);
      await this.cutscene(turn.happened);
      this.show(turn);
    } catch (error) {
      const reason = error instanceof Refused ? error : new Refused('failed', 'Something went wrong.', 0);
      if (wished) {
        this.sound.cue('refused');
        if (reason.code !== 'away') this.page.tell(PLAINLY[reason.code] ?? reason.message);
      }
      this.host.tell({ type: 'error', code: reason.code, message: reason.message });
    } finally {
      this.page.busy(false);
    }
  }

  /** A card for a cutscene without a clip, the clip where there is one. */
  private async cutscene(happened: Happened | null): Promise<void> {
    const cutscene = this.world.cutscenes?.find((one) => one.id === happened?.cutscene);
    if (cutscene !== undefined) await this.page.card(cutscene);
  }

  private show(turn: Turn): void {
    const before = this.situation as Situation | undefined;
    this.situation = turn.situation;
    const { situation, happened } = turn;
    const moved = before === undefined || before.state !== situation.state;
    this.page.show(situation, happened);
    if (moved) {
      const next = situation.choices
        .map((choice) => this.world.scene.events.find((event) => event.name === choice.name)?.to)
        .filter((to): to is string => to !== undefined && to in this.world.scene.states);
      void this.stage.show(situation.state, next);
      const scenery = this.world.scenery?.[situation.state];
      const prose = this.world.scene.states[situation.state]?.base ?? '';
      this.sound.scene(airOf(prose, scenery?.biome, scenery?.time), scenery?.biome ?? '', scenery?.time ?? 'day');
      this.host.tell({ type: 'state', state: situation.state, visited: situation.visited.length });
      this.wait(situation);
    }
    if ((happened?.granted?.length ?? 0) > 0) this.sound.cue('found');
    if (situation.ending !== null && before?.ending == null) {
      const { kind, title, subtitle } = situation.ending;
      this.sound.cue(kind);
      // What is over is not gone on with.
      if (this.place !== '') remember(this.place, null);
      this.host.tell({ type: 'ending', kind, title, subtitle: subtitle ?? null });
    }
  }

  /** Events that fire by themselves, some time after their state was entered. */
  private wait(situation: Situation): void {
    window.clearTimeout(this.clock);
    const timed = situation.choices
      .filter((choice) => !choice.locked)
      .map((choice) => this.world.scene.events.find((event) => event.name === choice.name))
      .filter((event) => event?.autoAfterMs !== undefined)
      .sort((a, b) => (a?.autoAfterMs ?? 0) - (b?.autoAfterMs ?? 0));
    const first = timed[0];
    if (first?.autoAfterMs === undefined) return;
    this.clock = window.setTimeout(() => {
      if (this.situation.state === situation.state) void this.act(() => this.session.choose(first.name, true), false);
    }, first.autoAfterMs);
  }

  private async renew(): Promise<string | null> {
    if (!this.host.embedded) return null;
    const answer = new Promise<string | null>((resolve) => {
      this.renewed = resolve;
      window.setTimeout(() => resolve(null), RENEW_WITHIN);
    });
    this.host.tell({ type: 'token' });
    return await answer;
  }

  private over(reason: Refused): void {
    this.page.stop(PLAINLY[reason.code] ?? reason.message);
    this.host.tell({ type: 'error', code: reason.code, message: reason.message });
    this.host.tell({ type: 'ended' });
  }

  /** The way in was refused: say why, here and above. */
  refuse(reason: Refused): void {
    const text = (PLAINLY[reason.code] ?? reason.message).replace(/[^.!?]$/, '$&.');
    const said = el('p', { role: 'alert' }, text.charAt(0).toUpperCase() + text.slice(1));
    // In a frame of another page there is nowhere to go.
    const away = this.host.embedded ? [] : [el('p', {}, el('a', { href: '/' }, 'Make a world of your own'))];
    const heading = el('h1', {}, reason.status === 404 ? 'No world here' : 'The world cannot be shown');
    this.root.replaceChildren(el('section', { class: 'refused' }, heading, said, ...away));
    this.host.tell({ type: 'error', code: reason.code, message: reason.message });
  }
}

const boot = bootData();
const query = new URLSearchParams(location.search);
const root = document.getElementById('world') as HTMLElement;
const refused = boot.refused ? new Refused(boot.refused.code, boot.refused.message, boot.refused.status) : null;
const token = boot.token ?? (refused === null ? query.get('token') : null) ?? '';
const player = new Player(root, token, boot.origin ?? query.get('origin'), boot.tools ?? null, refused);
player.start().catch((error) => player.refuse(error instanceof Refused ? error : new Refused('failed', String(error), 0)));
