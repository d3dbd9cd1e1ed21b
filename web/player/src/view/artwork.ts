/** The game's art as the server drew it: fetched once the game is on the screen, then frames of one texture. */
import type Phaser from 'phaser';
import type { ArtManifest, Member } from '../art/atlas';
import type { PlaceManifest } from '../art/layers';
import { type GroundManifest, type Materials, materialsOf } from '../art/material';
import { type SignManifest, type Signs, signsOf } from '../art/signs';
import type { Place } from './distance';
import type { Front } from './front';

export const SHEET = 'art:sheet';

interface Bundle extends ArtManifest, Front {
  /** PNG in base64. */
  atlas: string;
  /** Games made before it was drawn have none. */
  ground?: GroundManifest;
  /** Grounds of levels in other biomes than the game's. */
  elsewhere?: Readonly<Record<string, GroundManifest>>;
  /** What lies behind levels, by look; games drawn before have none. */
  places?: Readonly<Record<string, PlaceManifest>>;
  /** Of the heads-up display, likewise. */
  signs?: Readonly<Record<string, SignManifest>>;
}

export interface Artwork {
  manifest: ArtManifest;
  sheet: HTMLImageElement;
  /** Of the game's own place; null: the page paints the ground by itself. */
  materials: Materials | null;
  /** By biome. */
  elsewhere: ReadonlyMap<string, Materials>;
  /** By look. */
  places: ReadonlyMap<string, Place>;
  /** Of the heads-up display; null: the page's own. */
  signs: Signs | null;
  front: Front;
}

async function decoded(png: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  return image;
}

async function inflated(zlib: string): Promise<Uint8Array> {
  const packed = Uint8Array.from(atob(zlib), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A cast without its ground is still a cast. */
async function groundOf(ground: GroundManifest | undefined): Promise<Materials | null> {
  try {
    return ground === undefined ? null : materialsOf(ground, await inflated(ground.tones));
  } catch {
    return null;
  }
}

async function groundsOf(elsewhere: Bundle['elsewhere'] = {}): Promise<ReadonlyMap<string, Materials>> {
  const out = new Map<string, Materials>();
  for (const [biome, ground] of Object.entries(elsewhere)) {
    const materials = await groundOf(ground);
    if (materials !== null) out.set(biome, materials);
  }
  return out;
}

async function placesOf(places: Bundle['places'] = {}): Promise<ReadonlyMap<string, Place>> {
  const out = new Map<string, Place>();
  for (const [look, manifest] of Object.entries(places)) {
    try {
      const sky = manifest.sky === null ? null : await decoded(manifest.sky);
      out.set(look, { manifest, sky, layers: await Promise.all(manifest.layers.map(({ png }) => decoded(png))) });
    } catch {
      // The page paints that place by itself.
    }
  }
  return out;
}

/** Rejects when the art cannot be had; the game then goes on as it is. */
export async function loadArtwork(url: string): Promise<Artwork> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the art answered ${answer.status}`);
  const { atlas, ground, elsewhere, places, signs, ui, portrait, ...manifest } = (await answer.json()) as Bundle;
  if (manifest.format !== 1) throw new Error('the art has a format this page does not know');
  return {
    manifest,
    sheet: await decoded(atlas),
    materials: await groundOf(ground),
    elsewhere: await groundsOf(elsewhere),
    places: await placesOf(places),
    signs: signs === undefined ? null : signsOf(signs),
    front: { ui, portrait },
  };
}

/** Hand the sheet to the renderer. */
export function addArtwork(scene: Phaser.Scene, { manifest, sheet }: Artwork): void {
  const texture = scene.textures.addImage(SHEET, sheet);
  manifest.frames.forEach(([x, y, w, h], i) => {
    texture?.add(String(i), 0, x, y, w, h);
  });
}

export function memberOf(artwork: Artwork | null, type: string): Member | undefined {
  return artwork?.manifest.cast[type];
}
