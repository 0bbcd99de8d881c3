"""What stands before the @ of an e-mail address: abuse is found there, and names and nicknames are left in peace."""

import pytest

from desk import signs_files
from desk.rules.conduct import Examination, examine

pytestmark = pytest.mark.usefixtures("known_sentences")

ORDINARY = """
taro.yamada h.sato sato_ken ken-sato k.sato+shop info support contact hana-chan.2000 john.butcher butcher gomi.taro
shinde.kumar killian.k slaughter.j ann.savage dick.johnson richard.head alan.cockburn a.hitchcock martin.fuchs
aho.jussi hoare.c pratt.b coward.n manko.o ahonen.p wang.dong long.wang phuc.nguyen dat.phuc bich.nguyen fuku.yama
semen.petrov kuntz.l sexton.anne essex.girl sussex.uni scunthorpe.utd penistone.club cumberland.j titsworth.m
slutsky.l hooker.t kasuga.mai kusuda.k kuzuha.r shitara.o busujima.s baka.mitai busu.kawaii kuso.game korosuke.nari
shine.bright moon.shine shine.on.you ore.sama omae.wa kisama.dbz urusai.baka bakayarou.band kimo.chan kasu
zako.chan hage.oyaji debu.neko killer.bee die.hard diehard1988 kill.bill killbill.fan kill.la.kill dressed.to.kill
license.to.kill lady.killer killer.queen painkiller kill.switch killing.me.softly death.note deathmetal.fan
dead.or.alive grateful.dead drop.dead.fred live.and.let.die no.time.to.die time.to.die die.welt hang.in.there
hanging.gardens hangman.games bomb.squad photobomb bomberman burn.notice burn.baby.burn fire.starter
stab.in.the.dark bloody.mary murder.she.wrote hitman47 yakuza.fan shooter.mcgavin gunner.smith ak47 sniper.elite
spy.kids stalker.game see.you.later i.will.be.back every.breath.you.take i.love.you sexy.zone hot.chick lover.boy
rapeseed.oil therapist.jane rape.seed gay.pride naked.chef ass.kicker badass.bob stupid.cupid idiot.abroad
american.idiot trash.talk bitch.please bastard.sword hell.boy holy.shit shit.happens worthless.coin
dumb.ways.to.die fat.boy.slim ugly.betty shut.up.and.drive monkey.magic rat.king pig.pen piggy.bank sucker.punch
suicide.squad shinitai.chan kill.myself.lol want.to.die lawyer.up police.academy money.now complaints
"""
ABUSIVE = """
kill.you.all.you.worthless.bitch go-hang-yourself i.will.kill.you go_kill_yourself fuck-you-idiots
you.fucking.idiots i+will+find+you+and+kill+you i-will-burn-your-office i.know.where.you.live you.are.all.idiots
you.stupid.bitch i.will.rape.you hope.you.die korosu.zo
"""


BILL = "請求書を再発行してください。"


def examined(address: str) -> Examination:
    return examine({"email": address, "message": BILL}, signs_files.read(), signs_files.model())


@pytest.mark.parametrize("local", ORDINARY.split())
def test_a_name_or_a_nickname_is_held_for_nothing(local: str) -> None:
    # By no sign at all, so that none has to be doubted either.
    found = examine({"email": f"{local}@example.jp", "message": BILL}, signs_files.read())
    assert (found.flagged, found.findings, found.suppressed, found.care) == (False, (), (), ())


@pytest.mark.parametrize("local", ABUSIVE.split())
def test_abuse_is_found_where_it_stands(local: str) -> None:
    found = examined(f"{local}@example.jp")
    assert found.flagged
    assert {finding.field for finding in found.findings} == {"email"}
    assert all(finding.text == f"{local}@example.jp"[finding.start : finding.end] for finding in found.findings)
    assert all(finding.end <= len(local) for finding in found.findings)


def test_of_the_domain_nothing_is_read() -> None:
    assert not examined("hana@i-will-kill-you.example").flagged
    assert not examined("kill@you.example").flagged


def test_what_is_no_address_is_read_as_it_stands() -> None:
    assert examined("i will kill you").flagged
