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

/** Add (or replace) a texture; returns its key. */
export function addTexture(scene: Phaser.Scene, key: string, picture: Pixmap): string {
  if (scene.textures.exists(key)) scene.textures.remove(key);
  scene.textures.addCanvas(key, canvasOf(picture));
  return key;
}

/** Draw a picture onto a texture made by `addTexture`, at a place, replacing what is there. */
export function updateTexture(scene: Phaser.Scene, key: string, picture: Pixmap, x = 0, y = 0): void {
  const texture = scene.textures.get(key) as Phaser.Textures.CanvasTexture;
  texture.context.putImageData(new ImageData(picture.data, picture.width, picture.height), x, y);
  texture.refresh();
}
