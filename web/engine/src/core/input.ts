/** Input bits of one tick. Everything a player or a bot can do is one of these 64 values. */
export const LEFT = 1;
export const RIGHT = 2;
export const UP = 4;
export const DOWN = 8;
/** Jump, flap, shoot, strike. */
export const A = 16;
/** Dash, roll, bomb. */
export const B = 32;
export const INPUT_LIMIT = 64;
