/** Pictures in memory become textures of the renderer. */
import type Phaser from 'phaser';
import type { Pixmap } from '../art/pixmap';

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

/** Add (or replace) a texture; returns its key. */
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
