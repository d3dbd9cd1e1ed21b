"""Files: FLAC with loop tags, WAV with a sampler chunk, Ogg Vorbis, MP3. All from and to bytes."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import soundfile
from numpy.typing import NDArray

from makebelieve.kit.errors import invalid
from makebelieve.music.synth import mixing
from makebelieve.music.synth.kernels import RATE, Signal

FORMATS: Final = ("flac", "wav", "ogg", "mp3")
_VENDOR: Final = b"Makebelieve"
# Ogg pages are packed by libsndfile, which cuts a block only below this many frames without running out of stack (libsndfile 1.2).
_VORBIS_BLOCK: Final = 1 << 16
_SERIAL: Final = (1).to_bytes(4, "little")
_MIRRORED: Final = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
"""Each byte with its bits in reverse."""


def pcm(audio: Signal, seed: int) -> NDArray[np.int16]:
    """(n, 2) float audio as dithered 16-bit samples; the dither is drawn from `seed`."""
    return mixing.to_pcm(np.ascontiguousarray(audio, np.float32), seed & 0x7FFFFFFF, 32767.0)


def flac(samples: NDArray[np.int16], tags: Mapping[str, str]) -> bytes:
    """A FLAC file at 44.1 kHz, 16 bits, with Vorbis comments `tags`."""
    buffer = io.BytesIO()
    soundfile.write(buffer, samples, RATE, format="FLAC", subtype="PCM_16")
    return _tagged(buffer.getvalue(), tags)


def _tagged(data: bytes, tags: Mapping[str, str]) -> bytes:
    """Puts one Vorbis comment block in the place of those of a FLAC file (RFC 9639); padding goes."""
    blocks: list[tuple[int, bytes]] = []
    at = 4
    while True:
        head = data[at]
        size = int.from_bytes(data[at + 1 : at + 4], "big")
        blocks.append((head & 127, data[at + 4 : at + 4 + size]))
        at += 4 + size
        if head & 128:
            break
    comments = [f"{key}={value}".encode() for key, value in tags.items()]
    body = struct.pack("<I", len(_VENDOR)) + _VENDOR + struct.pack("<I", len(comments))
    body += b"".join(struct.pack("<I", len(one)) + one for one in comments)
    kept = [(kind, block) for kind, block in blocks if kind not in (1, 4)] + [(4, body)]
    out = b"fLaC"
    for i, (kind, block) in enumerate(kept):
        out += bytes([kind | (128 if i == len(kept) - 1 else 0)]) + len(block).to_bytes(3, "big") + block
    return out + data[at:]


def read_tags(data: bytes) -> dict[str, str]:
    """The Vorbis comments of a FLAC file."""
    at = 4
    while True:
        head = data[at]
        size = int.from_bytes(data[at + 1 : at + 4], "big")
        if head & 127 == 4:
            body = data[at + 4 : at + 4 + size]
            place = 4 + struct.unpack_from("<I", body)[0]
            (count,) = struct.unpack_from("<I", body, place)
            place += 4
            tags = {}
            for _ in range(count):
                (length,) = struct.unpack_from("<I", body, place)
                key, _, value = body[place + 4 : place + 4 + length].decode().partition("=")
                tags[key] = value
                place += 4 + length
            return tags
        at += 4 + size
        if head & 128:
            return {}


def wav(samples: NDArray[np.int16], loop: tuple[int, int]) -> bytes:
    """A WAV file, 16 bits; a loop (start, length > 0) is written as a `smpl` chunk, whose end is the last sample played."""
    data = samples.astype("<i2").tobytes()
    channels = samples.shape[1]
    chunks = b"fmt " + struct.pack("<IHHIIHH", 16, 1, channels, RATE, RATE * channels * 2, channels * 2, 16)
    chunks += b"data" + struct.pack("<I", len(data)) + data
    start, length = loop
    if length:
        body = struct.pack("<9I", 0, 0, round(1e9 / RATE), 60, 0, 0, 0, 1, 0) + struct.pack("<6I", 0, 0, start, start + length - 1, 0, 0)
        chunks += b"smpl" + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WAVE" + chunks


def ogg(audio: Signal, level: float = 0.4, rate: int = RATE) -> bytes:
    """An Ogg Vorbis file of (n, channels) audio at `rate` Hz and compression `level`, 0 (largest) to 1 (quality 0.6 by default).

    Vorbis is lossy: a loop over the whole file stays in place, but no longer to the sample's value.
    """
    buffer = io.BytesIO()
    with soundfile.SoundFile(buffer, "w", rate, audio.shape[1], format="OGG", subtype="VORBIS", compression_level=level) as file:
        for at in range(0, len(audio), _VORBIS_BLOCK):
            file.write(audio[at : at + _VORBIS_BLOCK])
    return _numbered(buffer.getvalue())


def _numbered(data: bytes) -> bytes:
    """An Ogg file with serial number 1 in the place of the one that libsndfile draws by chance (RFC 3533, section 6)."""
    out = bytearray(data)
    at = 0
    while at < len(out):
        segments = out[at + 26]
        end = at + 27 + segments + sum(out[at + 27 : at + 27 + segments])
        out[at + 14 : at + 18] = _SERIAL
        out[at + 22 : at + 26] = bytes(4)
        out[at + 22 : at + 26] = _checksum(bytes(out[at:end]))
        at = end
    return bytes(out)


def _checksum(page: bytes) -> bytes:
    """The CRC-32 of an Ogg page: zlib's polynomial, but bits from the top down and no complements."""
    mirrored = zlib.crc32(page.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return mirrored.to_bytes(4, "little").translate(_MIRRORED)[::-1]


def mp3(audio: Signal) -> bytes:
    """An MP3 file. The format adds silence at both ends: not for loops."""
    buffer = io.BytesIO()
    with soundfile.SoundFile(buffer, "w", RATE, audio.shape[1], format="MP3", subtype="MPEG_LAYER_III", compression_level=0.2) as file:
        for at in range(0, len(audio), _VORBIS_BLOCK):
            file.write(audio[at : at + _VORBIS_BLOCK])
    return buffer.getvalue()


def samples_of(data: bytes) -> NDArray[np.int16]:
    """The samples of a FLAC file of ours, (n, 2)."""
    samples, _ = soundfile.read(io.BytesIO(data), dtype="int16", always_2d=True)
    return np.asarray(samples, np.int16)


def converted(samples: NDArray[np.int16], suffix: str, loop: tuple[int, int]) -> bytes:
    """Finished 16-bit samples as a file: `wav` (the very samples, the loop in a `smpl` chunk), `ogg` or `mp3`."""
    if suffix == "wav":
        return wav(samples, loop)
    audio = samples.astype(np.float32) / np.float32(32768)
    return {"ogg": ogg, "mp3": mp3}[suffix](audio)


def decode(data: bytes, limit_seconds: float) -> Signal:
    """WAV, FLAC, OGG or MP3 as mono float32 at 44.1 kHz. A refusal (422, `referenceAudio`) for what cannot be read or is too long."""
    return np.ascontiguousarray(decode_channels(data, limit_seconds, "referenceAudio").mean(axis=1), np.float32)


def decode_channels(data: bytes, limit_seconds: float, field: str) -> Signal:
    """WAV, FLAC, OGG or MP3 as (n, channels) float32 at 44.1 kHz. A refusal (422, `field`) for what cannot be read or is too long.

    Other rates are resampled linearly.
    """
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            if file.format not in ("WAV", "WAVEX", "FLAC", "OGG", "MP3"):
                raise invalid(field, f"{file.format} is not read", ("WAV", "FLAC", "OGG", "MP3"))
            rate = int(file.samplerate)
            if file.frames > limit_seconds * rate:
                raise invalid(field, f"longer than {limit_seconds:g} s")
            samples: NDArray[Any] = file.read(dtype="float32", always_2d=True, frames=int(limit_seconds * rate) + 1)
    except soundfile.LibsndfileError as error:
        raise invalid(field, "cannot be read as audio", ("WAV", "FLAC", "OGG", "MP3")) from error
    if len(samples) < rate // 2:
        raise invalid(field, "shorter than half a second")
    if rate != RATE:
        count = int(len(samples) * RATE / rate)
        places = np.arange(count) * (rate / RATE)
        samples = np.stack([np.interp(places, np.arange(len(samples)), side) for side in samples.T], axis=1)
    return np.ascontiguousarray(samples, np.float32)
