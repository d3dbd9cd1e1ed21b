"""A standard MIDI file (type 1) of a score: tempo, metre, key, loop markers, one track a player."""

from __future__ import annotations

from typing import Final

from makebelieve.music.mix import instrument_of
from makebelieve.music.score import TICKS, Score

PER_QUARTER: Final = 480
_SCALE: Final = PER_QUARTER // TICKS
_PERCUSSION: Final = 9


def _variable(value: int) -> bytes:
    out = [value & 127]
    while value := value >> 7:
        out.append(value & 127 | 128)
    return bytes(reversed(out))


def _track(events: list[tuple[int, int, bytes]], end: int) -> bytes:
    """Events as (tick, order among equals, bytes)."""
    body, now = b"", 0
    pieces = []
    for tick, _, data in sorted(events):
        pieces.append(_variable(tick - now) + data)
        now = tick
    pieces.append(_variable(max(0, end - now)) + b"\xff\x2f\x00")
    body = b"".join(pieces)
    return b"MTrk" + len(body).to_bytes(4, "big") + body


def _meta(kind: int, data: bytes) -> bytes:
    return bytes((255, kind)) + _variable(len(data)) + data


def midi(score: Score) -> bytes:
    """The file's bytes; 480 ticks a quarter note. Notes that outlast the end are cut there."""
    end = score.bars * score.meter.ticks * _SCALE
    quarter = 60e6 / (score.bpm * score.meter.quarters / score.meter.pulses)
    loop = score.intro_bars * score.meter.ticks * _SCALE
    conductor = [
        (0, 0, _meta(0x03, b"Makebelieve")),
        (0, 1, _meta(0x51, round(quarter).to_bytes(3, "big"))),
        (0, 2, _meta(0x58, bytes((score.meter.beats, score.meter.unit.bit_length() - 1, 24, 8)))),
        (0, 3, _meta(0x59, bytes((score.key.accidentals & 255, int(score.key.minor))))),
        (loop, 4, _meta(0x06, b"loopStart")),
        (end, 6, _meta(0x06, b"loopEnd")),
    ]
    conductor += [(one.start * score.meter.ticks * _SCALE, 5, _meta(0x06, one.name.encode())) for one in score.sections]
    tracks = [_track(conductor, end)]
    channel = 0
    for part in score.parts.values():
        if not part.notes:
            continue
        instrument = instrument_of(part.instrument)
        if instrument.kind == "drums":
            own = _PERCUSSION
        else:
            own = channel
            # fifteen melodic channels; a sixteenth player shares one
            channel = (channel + 1) % 16
            channel += channel == _PERCUSSION
        events = [(0, 0, _meta(0x03, part.name.encode())), (0, 1, bytes((0xC0 | own, instrument.program)))]
        for one in part.notes:
            start = one.start * _SCALE
            stop = min(end, max(start + 1, (one.start + one.length) * _SCALE))
            pitch = min(127, max(0, one.pitch))
            events.append((start, 3, bytes((0x90 | own, pitch, one.velocity))))
            events.append((stop, 2, bytes((0x80 | own, pitch, 0))))
        tracks.append(_track(events, end))
    head = b"MThd" + (6).to_bytes(4, "big") + (1).to_bytes(2, "big") + len(tracks).to_bytes(2, "big") + PER_QUARTER.to_bytes(2, "big")
    return head + b"".join(tracks)
