"""Icons, hearts, cursors and ornaments drawn by hand, a letter a material.

G gold, S metal, R red, B blue, E green, P purple, W white, N wood, A the theme's accent, T its trim, D dark, K line. A small letter is the
material's shade, `*` a white glint, `.` nothing. Shading and the outline are added when they are drawn: these are stamps, not pictures.
A band holds drawings side by side, their names above them.
"""

from __future__ import annotations

from typing import Final

_ICONS: Final = (
    """
coin key heart star gem gear
....GGGG.... ...GGGGG...... ..RRR...RRR.. ......GG...... ..BBBBBBBBBB.. .....SSSS.....
..GGGGGGGG.. ..GG***GG..... .R**RR.RRRRR. ......GG...... .BB*BBBBBBbBB. ..S..SSSS..S..
.GG*GGGGGGG. .GGG...GGG.... R**RRRRRRRRRR .....G**G..... BBB**BBBBbbBBB .SSSSSSSSSSSS.
.G*GggggGGG. .GG.....GG.... R*RRRRRRRRRRR .....G*GG..... BBBBBBBBBBBBBB ..SSSSSSSSSS..
GG*gGGGGGGGG .GG.....GG.... RRRRRRRRRRRRR ....GG*GGG.... bbbbbbbbbbbbbb ..SSSSSSSSSS..
GGGgGggggGGG .GGG...GGG.... RRRRRRRRRRRRR GGGGG*GGGGGGGG .BB*BBBBBBbbB. SSSSSs..sSSSSS
GGGgGGGGgGGG ..GGGGGGG..... .RRRRRRRRRRR. .GG**GGGGGGGG. ..BB*BBBBbbB.. SSSSS....SSSSS
GGGgGGGGgGGG ...GGGGG...... ..RRRRRRRRR.. ..GGGGGGGGGG.. ...BB*BBBbB... SSSSS....SSSSS
.GGGggggGGG. .....GG....... ...RRRRRRR... ...GGGGGGGG... ....BBBBbB.... SSSSSs..sSSSSS
.GGGGGGGGGG. .....GG....... ....RRRRR.... ...GGGGGGGG... .....BBBB..... ..SSSSSSSSSS..
..GGGGGGGG.. .....GGGG..... .....RRR..... ..GGGGGGGGGG.. ......BB...... ..SSSSSSSSSS..
....GGGG.... .....GGGG..... ......R...... ..GGGGg.GGGG.. .............. .SSSSSSSSSSSS.
............ .....GG....... ............. .GGGGg...GGGG. .............. ..S..SSSS..S..
............ .....GGGGG.... ............. .GG.........GG .............. .....SSSS.....
""",
    """
pause play sound-on sound-off music home
WWWW..WWWW WW......... ......WW...... ......WW...... ....WWWWWWWWWW ......WW......
WWWW..WWWW WWWW....... .....WWW...W.. .....WWW...... ....WWWWWWWWWW .....WWWW..WW.
WWWW..WWWW WWWWWW..... ....WWWW....W. ....WWWW...... ....WW......WW ....WWWWWW.WW.
WWWW..WWWW WWWWWWWW... WWWWWWWW.W..W. WWWWWWWW.R...R ....WW......WW ...WWWWWWWWWW.
WWWW..WWWW WWWWWWWWWW. WWWWWWWW..W..W WWWWWWWW.RR.RR ....WWWWWWWWWW ..WWWWWWWWWWW.
WWWW..WWWW WWWWWWWWWWW WWWWWWWW..W..W WWWWWWWW..RRR. ....WW......WW .WWWWWWWWWWWW.
WWWW..WWWW WWWWWWWWWWW WWWWWWWW..W..W WWWWWWWW..RRR. ....WW......WW WWWWWWWWWWWWWW
WWWW..WWWW WWWWWWWWWW. WWWWWWWW..W..W WWWWWWWW.RR.RR ....WW......WW ..WWWWWWWWWW..
WWWW..WWWW WWWWWWWW... WWWWWWWW.W..W. WWWWWWWW.R...R .WWWWW...WWWWW ..WWW....WWW..
WWWW..WWWW WWWWWW..... ....WWWW....W. ....WWWW...... WWWWWW..WWWWWW ..WWW....WWW..
WWWW..WWWW WWWW....... .....WWW...W.. .....WWW...... WWWWWW..WWWWWW ..WWW....WWW..
WWWW..WWWW WW......... ......WW...... ......WW...... .WWWW....WWWW. ..WWW....WWW..
""",
    """
menu check cross plus minus lock
WWWWWWWWWWWW ..........EE. .RR......RR. ....EEEE.... RRRRRRRRRRRR ...SSSSSS...
WWWWWWWWWWWW .........EEEE RRRR....RRRR ....EEEE.... RRRRRRRRRRRR ..SSSSSSSS..
............ ........EEEE. .RRRR..RRRR. ....EEEE.... RRRRRRRRRRRR ..SS....SS..
............ .......EEEE.. ..RRRRRRRR.. ....EEEE.... RRRRRRRRRRRR ..SS....SS..
WWWWWWWWWWWW EE....EEEE... ...RRRRRR... EEEEEEEEEEEE ............ ..SS....SS..
WWWWWWWWWWWW EEEE.EEEE.... ....RRRR.... EEEEEEEEEEEE ............ GGGGGGGGGGGG
............ .EEEEEEE..... ...RRRRRR... EEEEEEEEEEEE ............ G*GGGGGGGGGG
............ ..EEEEE...... ..RRRRRRRR.. EEEEEEEEEEEE ............ G*GGGDDGGGGG
WWWWWWWWWWWW ...EEE....... .RRRR..RRRR. ....EEEE.... ............ GGGGGDDGGGGG
WWWWWWWWWWWW ....E........ RRRR....RRRR ....EEEE.... ............ GGGGGDDGGGGG
............ ............. .RR......RR. ....EEEE.... ............ GGGGGDDGGGGG
............ ............. ............ ....EEEE.... ............ GGGGGGGGGGGG
............ ............. ............ ............ ............ GGGGGGGGGGGG
""",
    """
trophy sword shield potion scroll bag
...GGGGGGGG... ...........SSS SSSSSSSSSSSSS ....NNNN.... .WWWWWWWWWWW.. ....NN..NN....
GGGGGGGGGGGGGG ..........S**S SBBBBBSRRRRRS ....NNNN.... WWWWWWWWWWWWW. .....NNNN.....
G..G*GGGGGG..G .........S*SSS SB*BBBSRRRRRS ...WWWWWW... WwWWWWWWWWWwW. .....GGGG.....
G..G*GGGGGG..G ........S*SSS. SB*BBBSRRRRRS ....W..W.... .wWWWWWWWWW... ....NNNNNN....
GG.G*GGGGGG.GG .......S*SSS.. SBBBBBSRRRRRS ....W..W.... ..WNNNNNNNW... ...NNNNNNNN...
.GGG*GGGGGGGG. ......S*SSS... SSSSSSSSSSSSS ...WW..WW... ..WWWWWWWWW... ..N*NNNNNNNN..
...GGGGGGGG... GG...S*SSS.... SRRRRRSBBBBBS ..WW....WW.. ..WNNNNNNNW... .N*NNNGGNNNNN.
....GGGGGG.... GGG.S*SSS..... SRRRRRSBBBBBS .WRRRRRRRRW. ..WWWWWWWWW... .NNNNGNNGNNNN.
.....GGGG..... .GGGSSSS...... .SRRRRSBBBBS. .WR*RRRRRRW. ..WNNNNNWWW... NNNNNGNNNNNNNN
......GG...... ..GGGSS....... .SSRRRSBBBSS. WRR*RRRRRRRW ..WWWWWWWWW... NNNNNNGGNNNNNN
......GG...... ..NGGGG....... ..SSRRSBBSS.. WRRRRRRRrRRW ..WWWWWWWWWww. NNNNNNNNGNNNNN
....NNNNNN.... .NNN.GGG...... ...SSSSSSS... .WRRRRRrrRW. ..WWWWWWWWWWwW NNNNNGGGNNNNNN
...NNNNNNNN... NNN...GG...... .....SSS..... ..WRRRRRRW.. .WWWWWWWWWWWWW .NNNNNNNNNNNN.
.............. NN............ ............. ...WWWWWW... ..WWWWWWWWWWW. ..NNNNNNNNNN..
""",
    """
skull clock bolt flame flag
...WWWWWWWW... ....SSSSSS.... ......GGGGG. .....R...... NN............
..WWWWWWWWWW.. ..SSWWWWWWSS.. .....GGGGG.. .....RR..... NNRRRR........
.WWWWWWWWWWWW. .SWWWWDWWWWWS. ....G*GGG... ..R..RRR.... NNRRRRRRRRR...
.WWWWWWWWWWWW. .SWWWWDWWWWWS. ...G*GGG.... ..RR.RRRR... NNRRRRRRRRRRRR
.WDDDWWWWDDDW. SWWWWWDWWWWWWS ..GGGGGGGG.. .RRRRRRRR.R. NNRRRRRRRRRRR.
.WDDDWWWWDDDW. SWWWWWDWWWWWWS .GGGGGGGG... .RRRRGRRRRR. NNRRRRRRRRRR..
.WDDDWDDWDDDW. SWWWWWDDDDWWWS ....GGGG.... RRRRGGGRRRRR NNRRRRRRRRRRR.
.WWWWWDDWWWWW. SWWWWWWWWWWWWS ....GGG..... RRRGGGGGRRRR NN...RRRRRRRRR
..WWWWWWWWWW.. SWWWWWWWWWWWWS ...GGG...... RRGGGWGGGRRR NN........RRRR
...WWWWWWWW... .SWWWWWWWWWWS. ...GG....... RRGGWWWGGRRR NN............
...W.WW.WW.... .SWWWWWWWWWWS. ..GG........ .RGGWWWGGRR. NN............
...W.WW.WW.... ..SSWWWWWWSS.. ..G......... ..RRGWGGRR.. NN............
.............. ....SSSSSS.... ............ ....RRRR.... NN............
""",
)
_CURSORS: Final = (
    """
cursor cursor-hand cursor-target
W.......... ....WW........ ......W......
WW......... ....WW........ ......W......
WWW........ ....WW........ ...WWWWWWW...
WWWW....... ....WW........ ..WW..W..WW..
WWWWW...... ....WWWWW..... ..W.......W..
WWWWWW..... ....WWwWWWWW.. ..W.......W..
WWWWWWW.... WWW.WWwWWwWWW. WWWW..A..WWWW
WWWWWWWW... WWWWWWwWWwWWwW ..W.......W..
WWWWWWWWW.. .WWWWWWWWWWWwW ..W.......W..
WWWWWWWWWW. ..WWWWWWWWWWWW ..WW..W..WW..
WWWWWWw.... ..WWWWWWWWWWWW ...WWWWWWW...
WWW.WWW.... ...WWWWWWWWWW. ......W......
WW..WWWw... ...WWWWWWWWWW. ......W......
W....WWW... ....WWWWWWWW.. .............
.....WWW... ....AAAAAAAA.. .............
........... ....AAAAAAAA.. .............
""",
)
_SIGNS: Final = (
    """
arrow tick dot more
.....AA .......A .AA. AAAAAAA
...AAAA ......AA AAAA .AAAAA.
.AAAAAA .....AAA AAAA ..AAA..
AAAAAAA A...AAA. .AA. ...A...
AAAAAAA AA.AAA.. .... .......
.AAAAAA AAAAA... .... .......
...AAAA .AAA.... .... .......
.....AA ..A..... .... .......
""",
)
_CORNERS: Final = (
    """
bracket block circuit scroll gloss spike
TTTTTTTTTT SSSSSSSS .....AAAAAAA ............ ............ TT............
TKTTTTTTTT SSSSSSSS ....AA.....A ............ ............ TTT...........
TTTTTTTTTT SSSSSSSS ...AA....... ............ ......****.. .TTT....T.....
TTTT...... SSSTTSSS ..AA........ ....K....... .....**..... ..TTTT.TTT....
TTTT...... SSSTTSSS .AA......... .....K..KK.. ....**...... ...TTTTTTTTT..
TTT....... SSSSSSSS AA.......... ......KK.K.. ...**....... ...TTTATTTTTTT
TTT....... SSSSSSSS A........... ......KK.... ..**........ ....TTTTT.TTT.
TTT....... SSSSSSSS A........... .....K...... ..*......... ...TTTTT...T..
TTT....... ........ A........... .....KK..... ..*......... ..TTTT........
TT........ ........ A........... ............ ..*......... ...TTT........
.......... ........ AA.......... ............ ............ ....TT........
.......... ........ ............ ............ ............ ....TT........
.......... ........ ............ ............ ............ ....TT........
.......... ........ ............ ............ ............ ....T.........
""",
)
HOT_SPOTS: Final = {"cursor": (0, 0), "cursor-hand": (5, 0), "cursor-target": (6, 6)}
"""Of the cursors: px from the drawing's upper left."""


def _drawn(bands: tuple[str, ...], *, trimmed: bool = True) -> dict[str, str]:
    """Name -> rows set apart by line breaks; `trimmed` drops empty rows at the end."""
    out = {}
    for band in bands:
        head, *lines = band.strip("\n").split("\n")
        for name, rows in zip(head.split(" "), zip(*(line.split(" ") for line in lines), strict=True), strict=True):
            end = max(n for n, row in enumerate(rows) if row.strip(".")) + 1 if trimmed else len(rows)
            out[name] = "\n".join(rows[:end])
    return out


ICONS: Final = _drawn(_ICONS)
HEART: Final = ICONS["heart"]
CURSORS: Final = _drawn(_CURSORS)
SIGNS: Final = _drawn(_SIGNS)
"""An arrow that points left, a tick, a dot, and what says that a dialogue goes on."""
CORNERS: Final = {**_drawn(_CORNERS), "none": "."}
"""Ornaments of the upper left corner; the other corners mirror them."""
