/** The player: a playthrough, a stage to show it on, hands to play it with, and the screens around it. */
import Phaser from 'phaser';
import { DENSITY } from '../art/smooth';
import { dangerOf } from '../audio/danger';
import { loadScore } from '../audio/score';
import { Sound } from '../audio/sound';
import type { Boot } from '../boot';
import { A, type Config, engine } from '../engine';
import { loadArtwork } from './artwork';
import { type Command, type ControlScheme, Controls, schemeOf } from './controls';
import { Diagnostics } from './diagnostics';
import { type Frame, frame, viewSize } from './frame';
import { lay, portraitOf } from './front';
import { Overlay, type Slider } from './overlay';
import { Picker } from './picker';
import { type Mode, Playthrough } from './playthrough';
import { cardOf, closingOf, hintsOf, noteOf } from './screens';
import { Settings, type Volume } from './settings';
import { Stage } from './stage';
import { Stepper } from './stepper';
import { endingOf, introOf, lookOf } from './story';
import { Toolbar } from './toolbar';
import { TouchControls } from './touch';

export type State = 'title' | 'card' | 'playing' | 'paused' | 'cleared' | 'won' | 'lost';

/** How loud the music is, as a share of its own level. */
const MUSIC: Readonly<Record<State, number>> = { title: 0.6, card: 1, playing: 1, paused: 0.35, cleared: 1, won: 0.6, lost: 0.6 };
const CARD_SECONDS = 1.5;
/** A card with something to read stays longer. */
const READ_SECONDS = 1.5;
const CLEARED_SECONDS = 1.6;
/** The bot may be watched at these speeds. */
const SPEEDS: readonly number[] = [1, 2, 4];

export class Player {
  readonly playthrough: Playthrough;
  state: State = 'title';
  speed = 1;
  readonly diagnostics: Diagnostics;
  private readonly settings = new Settings();
  readonly sound: Sound;
  private readonly stepper = new Stepper();
  private readonly controls: Controls;
  private readonly overlay: Overlay;
  private readonly stage: Stage;
  private readonly game: Phaser.Game;
  private readonly frame: Frame;
  private readonly scheme: ControlScheme;
  private readonly toolbar: Toolbar;
  /** Seconds left of a card, or of the pause between levels. */
  private wait = 0;
  /** Whether the cast is shown as the server drew it. */
  art: 'none' | 'drawn' | 'failed' = 'none';
  /** Whether the game's sound could not be had. */
  unscored = false;
  private readonly leaving = new AbortController();
  private demo = true;
  private readonly picker = new Picker();

  constructor(
    root: HTMLElement,
    private readonly boot: Boot,
  ) {
    const config: Config = boot.config;
    this.playthrough = new Playthrough(engine(), config);
    this.diagnostics = new Diagnostics(this);
    this.sound = new Sound(this.settings);
    const mechanics = (config.game.design?.mechanics ?? []) as readonly string[];
    this.scheme = schemeOf(config.game.kind, mechanics);
    this.controls = new Controls(this.scheme);
    this.frame = frame(root, config.game.kind);
    const size = viewSize(this.frame, config.game.kind);
    this.stage = new Stage(config, this.settings, this.sound, size);
    this.overlay = new Overlay(this.frame.screen);
    this.toolbar = new Toolbar(this.frame.root, this.settings, (command) => this.command(command));
    this.frame.root.append(new TouchControls(this.scheme, this.controls).element);
    this.controls.onCommand = (command) => this.command(command);
    this.controls.onConfirm = () => this.overlay.confirm();
    this.stage.onReady = () => {
      this.title();
      void this.dress();
      void this.score();
    };
    this.stage.onFrame = (delta) => this.onFrame(delta);
    this.game = new Phaser.Game({
      type: Phaser.WEBGL,
      parent: this.frame.canvas,
      width: size.width * DENSITY,
      height: size.height * DENSITY,
      backgroundColor: '#14121f',
      pixelArt: true,
      banner: false,
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      scale: { mode: Phaser.Scale.NONE },
      scene: this.stage,
    });
    this.frame.onResize = () => this.fit();
    this.frame.screen.addEventListener('pointerdown', this.onTap);
    addEventListener('blur', this.onBlur);
    document.addEventListener('visibilitychange', this.onHidden);
  }

  private readonly onTap = (event: PointerEvent): void => {
    if (event.target instanceof Element && event.target.closest('button') !== null) return;
    if (this.state === 'playing' && this.scheme.tapAnywhere) this.controls.tap(A);
  };

  private readonly onBlur = (): void => {
    if (this.state === 'playing' && this.playthrough.mode !== 'watch') this.pause();
  };

  private readonly onHidden = (): void => {
    if (document.hidden) this.onBlur();
  };

  private fit(): void {
    const size = viewSize(this.frame, this.boot.config.game.kind);
    if (size.width * DENSITY !== this.game.scale.width || size.height * DENSITY !== this.game.scale.height) {
      this.stage.resize(size);
      this.load();
    }
    this.frame.fit(size);
  }

  /** The game is played as it is painted here until its art has come, and for good when there is none. */
  private async dress(): Promise<void> {
    const { art } = this.boot;
    if (!art) return;
    try {
      const artwork = await loadArtwork(art);
      this.stage.dress(artwork);
      lay(this.frame.root, artwork.front);
      this.overlay.portray(portraitOf(artwork.front));
      this.art = 'drawn';
    } catch {
      this.art = 'failed';
    }
  }

  /** Likewise with its sound, which may still be in the making: the page's own until it has come. */
  private async score(): Promise<void> {
    const { sound } = this.boot;
    if (!sound) return;
    try {
      this.sound.accept(await loadScore(sound, this.leaving.signal));
    } catch {
      this.unscored = true;
    }
  }

  get ground(): 'laid' | 'painted' {
    return this.stage.ground === null ? 'painted' : 'laid';
  }

  get distance(): 'laid' | 'painted' {
    return this.stage.place === null ? 'painted' : 'laid';
  }

  get heroTexture(): string | null {
    return this.stage.heroTexture;
  }

  private enter(state: State): void {
    this.state = state;
    this.frame.root.dataset.state = state;
    this.sound.level(MUSIC[state]);
  }

  /** Show the level of the current session from its start. */
  private load(): void {
    const { config } = this.boot;
    const level = config.scenes[this.playthrough.scene]?.properties.level;
    if (level === undefined) throw new Error(`Level ${this.playthrough.index + 1} of this game is missing.`);
    this.stage.open(this.playthrough.session, level, lookOf(config, this.playthrough.scene));
    this.sound.enter(this.playthrough.scene);
    this.stepper.reset();
    this.fitOnce();
  }

  private fitted = false;
  private fitOnce(): void {
    if (this.fitted) return;
    this.fitted = true;
    this.fit();
  }

  title(): void {
    this.enter('title');
    this.demo = this.playthrough.proven && !this.settings.reducedMotion;
    this.playthrough.start(this.demo ? 'watch' : 'play');
    this.load();
    this.stage.showHud(false);
    const best = this.settings.best(this.boot.game_id);
    const game = this.boot.config.game;
    const actions = [{ id: 'play', label: 'Play', main: true, run: () => this.start('play') }];
    if (this.playthrough.proven) {
      actions.push({ id: 'watch', label: 'Watch the bot beat it', main: false, run: () => this.start('watch') });
      actions.push({ id: 'race', label: 'Race its ghost', main: false, run: () => this.start('race') });
    }
    this.overlay.show({
      kind: 'title',
      heading: this.boot.title || game.title,
      lines: typeof game.goal === 'string' ? [game.goal] : [],
      actions,
      hints: hintsOf(this.scheme),
      footer: best > 0 ? `Your best: ${best}` : this.playthrough.proven ? 'A bot has already beaten every level, so you can too.' : '',
    });
  }

  start(mode: Mode, index?: number): void {
    this.demo = false;
    this.speed = 1;
    this.playthrough.start(mode, index);
    this.sound.play('select');
    this.card();
  }

  private card(): void {
    this.load();
    this.stage.showHud(true);
    this.enter('card');
    this.wait = CARD_SECONDS;
    const { playthrough } = this;
    const { scene } = playthrough;
    const intro = introOf(this.boot.config, scene);
    if (intro !== null) this.wait += READ_SECONDS;
    this.overlay.show(cardOf(playthrough, this.boot.config.scenes[scene]?.name, intro));
  }

  private play(): void {
    this.overlay.hide();
    this.controls.consume();
    this.enter('playing');
  }

  pause(): void {
    if (this.state !== 'playing' && this.state !== 'card') return;
    this.enter('paused');
    const { mode } = this.playthrough;
    this.overlay.show({
      kind: 'pause',
      heading: 'Paused',
      lines: [],
      actions: [
        { id: 'resume', label: 'Go on', main: true, run: () => this.play() },
        { id: 'retry', label: 'Restart level', run: () => this.restart() },
        ...(mode === 'watch' ? [{ id: 'speed', label: `Speed ${this.speed}×`, run: () => this.faster() }] : []),
        { id: 'motion', label: this.settings.reducedMotion ? 'Motion: reduced' : 'Motion: full', run: () => this.toggleMotion() },
        { id: 'title', label: 'Title', run: () => this.title() },
      ],
      sliders: [this.slider('music', 'Music'), this.slider('effects', 'Effects')],
      hints: hintsOf(this.scheme),
    });
  }

  private slider(which: Volume, label: string): Slider {
    return {
      id: which,
      label,
      value: Math.round(this.settings[which] * 100),
      change: (value) => {
        this.settings.setVolume(which, value / 100);
        this.sound.refresh();
        // An effect is heard at its new volume; the music goes on meanwhile.
        if (which === 'effects') this.sound.play('select');
      },
    };
  }

  private toggleMotion(): void {
    this.settings.setReducedMotion(!this.settings.reducedMotion);
    this.enter('playing');
    this.pause();
  }

  faster(): void {
    this.speed = SPEEDS[(SPEEDS.indexOf(this.speed) + 1) % SPEEDS.length] as number;
    if (this.state === 'paused') this.play();
  }

  private restart(): void {
    if (this.state === 'title') return;
    this.playthrough.retry();
    this.card();
  }

  private command(command: Command): void {
    switch (command) {
      case 'pause':
        if (this.state === 'paused') this.play();
        else this.pause();
        break;
      case 'restart':
        this.restart();
        break;
      case 'mute':
        this.settings.setMuted(!this.settings.muted);
        this.sound.refresh();
        this.toolbar.refresh();
        break;
      case 'fullscreen':
        if (document.fullscreenElement) void document.exitFullscreen();
        else void this.frame.root.requestFullscreen?.().catch(() => undefined);
        break;
    }
  }

  private onFrame(delta: number): void {
    const { playthrough } = this;
    const seconds = Math.min(delta, 100) / 1000;
    const running = this.state === 'playing' || (this.state === 'title' && this.demo);
    let blend = 1;
    if (running) {
      const bits = this.controls.read();
      const { steps, blend: rest } = this.stepper.advance(delta, this.state === 'title' ? 1 : this.speed);
      blend = rest;
      for (let i = 0; i < steps; i++) {
        const events = playthrough.step(
          this.state === 'title' ? 0 : this.picker.steer(i === 0 ? bits : this.controls.read(), this.stage.view?.hud.choices),
        );
        if (i === 0) this.controls.consume();
        if (this.state === 'playing') this.diagnostics.record(events);
        this.stage.advance(playthrough.session, this.state === 'title' ? [] : events, playthrough.ghost);
        if (playthrough.outcome !== 'playing') break;
      }
      if (playthrough.outcome !== 'playing') this.settle();
    } else if (this.state === 'card' || this.state === 'cleared') {
      this.wait -= seconds;
      const skip = (this.controls.read() & A) !== 0 && this.wait < CARD_SECONDS - 0.35;
      this.controls.consume();
      if (this.wait <= 0 || skip) this.state === 'card' ? this.play() : this.proceed();
    }
    this.diagnostics.frame(delta);
    const { view } = this.stage;
    const hud = view?.hud;
    this.sound.follow(view && this.state === 'playing' ? dangerOf(view, this.sound.rest) : null);
    if (this.state === 'playing' && playthrough.mode !== 'watch') this.overlay.choices(hud?.choices, (index) => this.picker.pick(index));
    else this.overlay.choices(null, () => {});
    const note = this.state === 'title' ? '' : noteOf(playthrough, this.speed);
    this.stage.render(blend, seconds, note, this.state !== 'paused', playthrough.mode === 'endless');
  }

  private settle(): void {
    if (this.state === 'title') {
      this.playthrough.start('watch');
      this.load();
      this.stage.showHud(false);
      return;
    }
    const { outcome } = this.playthrough;
    if (outcome === 'cleared') {
      this.enter('cleared');
      this.wait = CLEARED_SECONDS;
      this.overlay.show({ kind: 'card', heading: 'Level clear', lines: [`Score ${this.playthrough.session.score}`] });
    } else this.ending(outcome === 'won');
  }

  private proceed(): void {
    this.playthrough.next();
    this.card();
  }

  private ending(won: boolean): void {
    const { playthrough, boot } = this;
    this.enter(won ? 'won' : 'lost');
    const score = playthrough.session.score;
    const watched = playthrough.mode === 'watch';
    const record = !watched && this.settings.offerBest(boot.game_id, score);
    const again = {
      id: 'again',
      label: watched ? 'Play it yourself' : won ? 'Play again' : 'Try again',
      main: true,
      run: () => (won ? this.start('play') : this.restart()),
    };
    const actions = [
      again,
      ...(won && playthrough.endlessOffered ? [{ id: 'endless', label: 'Endless mode', run: () => this.start('endless') }] : []),
      ...(playthrough.proven && !watched
        ? [{ id: 'watch', label: 'Watch the bot', run: () => this.start('watch', won ? 0 : playthrough.index) }]
        : []),
      { id: 'title', label: 'Title', run: () => this.title() },
    ];
    this.overlay.show(
      closingOf(playthrough, { won, record, best: this.settings.best(boot.game_id) }, endingOf(boot.config, won ? 'won' : 'lost'), actions),
    );
  }

  destroy(): void {
    this.leaving.abort();
    removeEventListener('blur', this.onBlur);
    document.removeEventListener('visibilitychange', this.onHidden);
    this.controls.destroy();
    this.sound.destroy();
    this.game.destroy(true);
    this.frame.destroy();
  }
}
