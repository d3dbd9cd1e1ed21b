/** Filled in by the build: SHA-256 over the sorted sources of the core. */
declare const __CORE_HASH__: string;
declare const __CORE_VERSION__: string;

export const CORE_HASH: string = typeof __CORE_HASH__ === 'undefined' ? 'development' : __CORE_HASH__;
export const CORE_VERSION: string = typeof __CORE_VERSION__ === 'undefined' ? '0.0.0' : __CORE_VERSION__;
