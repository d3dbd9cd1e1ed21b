/** Pictures in memory become textures of the renderer. */
import type Phaser from 'phaser';
import type { Pixmap } from '../art/pixmap';
import { DENSITY, doubled } from '../art/smooth';

export function canvasOf(picture: Pixmap): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
  return canvas;
}

/** Raw bytes reach the renderer without a canvas between, which costs many times as much. */
function bytesOf(picture: Pixmap): Uint8Array {
  return new Uint8Array(picture.data.buffer);
}

/** Add (or replace) a texture at the painters' density, for what is written; returns its key. Shown by `scene.add.image`. */
export function addTexture(scene: Phaser.Scene, key: string, picture: Pixmap): string {
  if (scene.textures.exists(key)) scene.textures.remove(key);
  scene.textures.addUint8Array(key, bytesOf(picture), picture.width, picture.height);
  return key;
}

/** Replace a texture made by `addTexture` with a picture of the same size; those that show it go on showing it. */
export function updateTexture(scene: Phaser.Scene, key: string, picture: Pixmap): void {
  const texture = scene.textures.get(key).source[0]?.glTexture;
  if (texture === undefined || texture === null) return;
  const { width, height, flipY, wrapS, wrapT, minFilter, magFilter, format } = texture;
  texture.update(bytesOf(picture) as unknown as HTMLImageElement, width, height, flipY, wrapS, wrapT, minFilter, magFilter, format);
}

/** Add (or replace) a texture at the view's density, for what is painted; returns its key. Shown by `addPicture`. */
export function addPainting(scene: Phaser.Scene, key: string, picture: Pixmap): string {
  return addTexture(scene, key, doubled(picture));
}

export function updatePainting(scene: Phaser.Scene, key: string, picture: Pixmap): void {
  updateTexture(scene, key, doubled(picture));
}

/** An image of a texture at the view's density, as large in the game as it was painted. */
export function addPicture(scene: Phaser.Scene, key: string, frame?: string): Phaser.GameObjects.Image {
  return scene.add.image(0, 0, key, frame).setScale(1 / DENSITY);
}

/** The nearest place on the view's own pixels. */
export function snap(at: number): number {
  return Math.round(at * DENSITY) / DENSITY;
}
