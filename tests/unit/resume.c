/* A state that somebody changed: each lie about a list, an index or a length is refused by name, and a state with any one byte
 * changed is refused or can be used to the end. */
#include "check.h"
#include "namer.h"
#include "state.h"
#include "token.h"

enum { CELLS = 1600, NAMED = 800 };

static const char text[] =
    "The ferry Aurora left Port Ellery at dawn on 3 May 2021. Captain Ines Valdar said \"the engine is sound\", and 40 people "
    "believed her. By noon smoke rose from the hold. Valdar turned the ship towards Cape Lorn. The coast guard of Cape Lorn "
    "took 38 of them off. Two sailors stayed with the captain and the ferry, which was worth $4 million. It reached Port Ellery "
    "after dark.\n\nNobody was hurt. The owner, Lorn Lines, will look for the cause, and Captain Valdar has the thanks of all. "
    "Its director spoke of luck, which is rare at sea, and of a pump that had not been looked after since Septem";

static const pith_config kept = { &pith_en, 50, 0, 30, 0, 0 };
static const pith_budget two = { 2, 0, 0, 0, 0, 0, 0 };
static pith p;
static pith_cell work[CELLS + sizeof(pi_rec) / sizeof(pith_cell)]; /* with room behind it */
static pi_view v;
static pi_core *c;

/* Reads the text, and begins to select. */
static void start(void)
{
    int i;

    CHECK_INT(pith_init(&p, &kept, work, CELLS), PITH_OK);
    CHECK_INT(pith_feed(&p, text, sizeof text - 1), PITH_OK);
    for (i = 0; i < 5; i++)
        CHECK_INT(pith_select(&p, &two), PITH_MORE);
    CHECK_INT(pi_view_of(&v, &p), PITH_OK);
    c = v.c;
}

static int again(void) { return pith_resume(&p, &kept, work, CELLS); }

/* After every case: it is refused and cannot be used. */
#define REFUSED(lie) \
    do { \
        start(); \
        lie; \
        CHECK_INT(again(), PITH_E_STATE); \
        CHECK_INT(pith_feed(&p, "x", 1), PITH_E_STATE); \
    } while (0)

/* The class that the memo has of a word of the text. */
static uint8_t *known(const char *word)
{
    uint32_t h = 0;
    uint16_t i = 0;

    while (*word)
        h = pi_hash_step(h, (uint8_t)*word++);
    h = pi_hash_end(h);
    while (i < v.memo.slots && v.memo.slot[i].hash != h)
        i++;
    CHECK(i < v.memo.slots);
    return &v.memo.slot[i].lex;
}

/* "oxs" has the hash of "q6s", which is no word that is stemmed: the memo says so of both, whether the state was moved in between
 * or not. */
static void test_known(void)
{
    static const char first[] = "A q6s ran. ", second[] = "An oxs ran, too. ";
    uint16_t term[2];
    int moved;

    for (moved = 0; moved < 2; moved++) {
        CHECK_INT(pith_init(&p, &kept, work, CELLS), PITH_OK);
        CHECK_INT(pith_feed(&p, first, sizeof first - 1), PITH_OK);
        if (moved)
            CHECK_INT(again(), PITH_OK);
        CHECK_INT(pith_feed(&p, second, sizeof second - 1), PITH_OK);
        CHECK_INT(pith_end(&p), PITH_OK);
        CHECK_INT(pi_view_of(&v, &p), PITH_OK);
        CHECK_INT(v.c->store.used, 2);
        term[moved] = v.k.tab.rec[v.c->store.tail].terms[0];
        CHECK_INT(term[moved], v.k.tab.rec[v.c->store.head].terms[0]);
    }
    CHECK_INT(term[0], term[1]);
}

/* A selection of nothing is on its way when it is saved. */
static void test_nothing_to_select(void)
{
    CHECK_INT(pith_init(&p, &kept, work, CELLS), PITH_OK);
    CHECK_INT(pi_view_of(&v, &p), PITH_OK);
    c = v.c;
    while (c->sel.phase != PI_SEL_SCORE)
        CHECK_INT(pith_select(&p, &two), PITH_MORE);
    CHECK_INT(again(), PITH_OK);
    c->sel.best_worth = 1; /* a sum of no scores, whose mean would be asked for */
    CHECK_INT(again(), PITH_E_STATE);
}

/* The last record that is free is one behind the table. */
static void end_behind(void)
{
    pi_rec *rec = v.k.tab.rec;
    uint16_t i = c->store.free_rec;

    if (!CHECK(i != PI_NIL && rec[i].next != PI_NIL))
        return;
    while (rec[rec[i].next].next != PI_NIL)
        i = rec[i].next;
    rec[i].next = c->store.nrecs;
    rec[c->store.nrecs].next = PI_NIL;
}

static void test_refused(void)
{
    pi_store *s;
    uint16_t second;

    start();
    CHECK_INT(again(), PITH_OK);
    CHECK_INT(again(), PITH_OK); /* it leaves a good state as it is */
    s = &c->store;
    CHECK(s->used > 3 && s->first != PI_NIL && s->first != s->last && s->chunks_left > 0);
    second = v.k.tab.rec[s->head].next;

    REFUSED(c->magic++); /* also when it was in use before */
    REFUSED(c->options++);
    REFUSED(c->nquery = PI_QUERY_WORDS + 1);
    REFUSED(c->nevents = PI_EVENTS + 1);
    REFUSED(c->cur.nterms = PI_REC_TERMS + 1);
    REFUSED(v.k.tab.rec[s->head].nterms = PI_REC_TERMS + 1);
    REFUSED(v.k.tab.rec[s->nrecs - 1].nterms = PI_REC_TERMS + 1); /* also of one that is free */
    REFUSED(c->run = c->columns + 1u);

    REFUSED(s->head = s->nrecs);
    REFUSED(s->head = PI_NIL);
    REFUSED(s->tail = s->head);
    REFUSED(s->used++);
    REFUSED(s->hand = s->nrecs);
    REFUSED(v.k.tab.rec[s->tail].next = s->head);           /* a circle */
    REFUSED(v.k.tab.rec[s->tail].next = s->nrecs);
    REFUSED(v.k.tab.rec[second].next = second);
    REFUSED(s->free_rec = second);                          /* free and used */
    REFUSED(end_behind());
    REFUSED(s->free_rec = v.k.tab.rec[s->free_rec].next);   /* one that nobody has */
    REFUSED((s->used--, s->head = second));                 /* the same */

    REFUSED(s->chunks_left++);
    REFUSED(s->fill = PI_CHUNK + 1);
    REFUSED(s->last = s->first);
    REFUSED(s->first = s->nchunks);
    REFUSED(s->free_chunk = s->first);
    REFUSED(s->first = v.k.tab.rec[s->head].text);          /* two have it */
    REFUSED(v.k.tab.rec[second].text = v.k.tab.rec[s->head].text);
    REFUSED(v.k.tab.chunk[v.k.tab.rec[second].text].next = v.k.tab.rec[s->head].text);
    REFUSED(v.k.tab.chunk[s->last].next = s->last);

    REFUSED(c->sel.phase = PI_SEL_DONE + 1);
    start();
    c->sel.phase = PI_SEL_TERMS;
    c->sel.cursor = c->buckets;
    CHECK_INT(again(), PITH_OK);
    REFUSED((c->sel.phase = PI_SEL_TERMS, c->sel.cursor = (uint16_t)(c->buckets + 1)));
    REFUSED((c->sel.phase = PI_SEL_PICK, c->sel.cursor = s->nrecs));
    REFUSED((c->sel.phase = PI_SEL_PICK, c->sel.best = s->nrecs));
    REFUSED((c->sel.phase = PI_SEL_PICK, c->sel.trail.chosen = s->nrecs));
    REFUSED((c->sel.phase = PI_SEL_PICK, c->sel.best = 0, c->sel.best_trail.prev = s->nrecs));
    REFUSED((c->sel.phase = PI_SEL_PICK, c->sel.best = 0, c->sel.best_trail.chosen = s->nrecs));
    start();
    c->sel.phase = PI_SEL_PICK;
    c->sel.best = c->sel.best_trail.prev = s->head;
    CHECK_INT(again(), PITH_OK);
    REFUSED((v.forms[0].length = PI_FORM_KEPT + 1, v.form_text[0].b[0] = 'x'));

    REFUSED(++*known("since"));                             /* a class that the lexicon does not give the word */
    REFUSED(*known("pump") = 255);
    REFUSED((v.memo.slot[0].hash = 1, v.memo.slot[0].lex = 255)); /* the first, and the last */
    REFUSED((v.memo.slot[v.memo.slots - 1].hash = 1, v.memo.slot[v.memo.slots - 1].lex = 255));

    REFUSED(c->cut.mode = 9);
    REFUSED(c->cut.resume = 9);
    REFUSED(c->cut.tok.n = PI_WORD_KEPT + 1);
    REFUSED(c->cut.pending = 3);
    REFUSED((c->cut.queued = 5, c->cut.next = 4));
    REFUSED((c->cut.queued = 2, c->cut.next = 2));
    REFUSED((c->cut.queued = 3, c->cut.pending = 2, c->cut.next = 1));
    REFUSED((c->cut.queued = 1, c->cut.queue[0] = UINT32_C(0xFC000061)));
    REFUSED((c->cut.queued = 1, c->cut.queue[0] = pi_cut_entry('a', PI_UC_LOWER, 0)));
    REFUSED((c->cut.queued = 1, c->cut.queue[0] = pi_cut_entry('a', PI_UC_LOWER, 5)));
    REFUSED((c->cut.queued = 1, c->cut.queue[0] = pi_cut_entry('a', PI_UC_DASH + 1, 1)));
    REFUSED((c->cut.queued = 1, c->cut.queue[0] = pi_cut_entry(UINT32_C(0x110000), PI_UC_LETTER, 4)));
    REFUSED((c->cut.queued = 2, c->cut.next = 1, c->cut.queue[1] = 0));
    REFUSED((c->cut.utf8.need = 1, c->cut.utf8.length = 0));
    REFUSED((c->cut.utf8.need = 2, c->cut.utf8.length = 3));
    REFUSED((c->cut.mode = PI_CUT_PATH, c->cut.pending = PI_CUT_PENDING + 1));
    REFUSED(c->cut.utf8.need = 4);
    REFUSED((c->cut.utf8.need = 3, c->cut.utf8.length = 1, c->cut.utf8.cp = 99));
    REFUSED(c->cut.offset = PITH_TEXT_MAX + 1);
    REFUSED(c->cut.tok.offset = c->cut.offset);
}

/* What no text leaves but is safe: a sentence whose text is gone cannot be a candidate; of more events than there is room for the
 * last is the newest. */
static void test_accepted(void)
{
    pith_loss loss;
    pith_item e;
    size_t taken;
    int i;

    start();
    pi_store_trim(&v.k.tab, sizeof text);
    CHECK_INT(again(), PITH_OK);
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK_INT(loss.unkept, 1);

    CHECK_INT(pith_init(&p, &kept, work, CELLS), PITH_OK);
    CHECK_INT(pith_feed(&p, "Whales sing. ", 13), PITH_OK);
    CHECK_INT(pi_view_of(&v, &p), PITH_OK);
    pi_store_trim(&v.k.tab, 13);
    CHECK_INT(again(), PITH_OK);
    CHECK_INT(pith_feed(&p, "Boats wait. They ", 17), PITH_OK); /* the next one is kept from its beginning */
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK(loss.sentences == 2 && loss.unkept == 1);
    CHECK(v.c->store.used == 1 && v.k.tab.rec[v.c->store.head].offset == 13);

    start();
    c->nevents = PI_EVENTS;
    memset(c->event, 0, sizeof c->event);
    CHECK_INT(again(), PITH_OK);
    CHECK_INT(pith_end(&p), PITH_OK);
    for (i = 0; i < PI_EVENTS - 1; i++)
        CHECK(pith_scan(&p, NULL, 0, &taken, &e) == PITH_MORE && e.kind == 0);
    CHECK(pith_scan(&p, NULL, 0, &taken, &e) == PITH_MORE && e.kind == PITH_SENTENCE && e.offset + e.length == sizeof text - 1);
    CHECK_INT(pith_scan(&p, NULL, 0, &taken, &e), PITH_OK);
}

/* Uses all of what is there. */
static void use(void)
{
    unsigned steps = 0;
    uint16_t i;
    char letters[80];
    pith_item s;

    while (pith_select(&p, &two) == PITH_MORE)
        if (!CHECK(++steps < 200000))
            return;
    for (i = 0; i < 9 && pith_sentence(&p, i, &s) == PITH_OK; i++)
        pith_text(&p, &s, letters, sizeof letters);
    for (i = 0; i < 9 && pith_keyword(&p, i, &s) == PITH_OK; i++)
        pith_text(&p, &s, letters, sizeof letters);
    if (pith_feed(&p, text, sizeof text - 1) == PITH_OK)
        CHECK_INT(pith_end(&p), PITH_OK);
}

static void test_every_byte(void)
{
    static const uint8_t change[] = { 0x01, 0x80, 0xFF };
    static uint8_t whole[sizeof p.state];
    static pith_cell area[CELLS];
    unsigned at, k, refused = 0;

    start();
    memcpy(whole, p.state, sizeof whole);
    memcpy(area, work, sizeof area);
    for (at = 0; at < sizeof whole + sizeof area; at += at < sizeof whole ? 1 : 7)
        for (k = 0; k < sizeof change; k++) {
            uint8_t *b = at < sizeof whole ? (uint8_t *)p.state + at : (uint8_t *)work + (at - sizeof whole);

            memcpy(p.state, whole, sizeof whole);
            memcpy(work, area, sizeof area);
            *b = (uint8_t)(*b ^ change[k]);
            if (again() == PITH_OK)
                use();
            else
                refused++;
        }
    CHECK(refused > 90);
}

static const pith_names_config named = { &pith_en, &pith_en_names_small, 60, 16, &pith_en_quantities };
static pith_names names;
static pith_cell memo[NAMED];
static pi_namer *n;
static pi_entities e;

static void read_names(const char *s, size_t k)
{
    char value[PITH_VALUE_MAX];
    size_t taken, at = 0;
    pith_item found;

    while (pith_names_scan(&names, k ? s + at : NULL, k - at, &taken, &found) == PITH_MORE) {
        pith_names_value(&names, value, sizeof value);
        at += taken;
    }
}

static void start_names(void)
{
    CHECK_INT(pith_names_init(&names, &named, memo, NAMED), PITH_OK);
    read_names(text, 470);
    n = pi_namer_of(&names);
    e = pi_namer_entities(&names);
}

static int names_again(void) { return pith_names_resume(&names, &named, memo, NAMED); }

#define NAMES_REFUSED(lie) \
    do { \
        start_names(); \
        lie; \
        CHECK_INT(names_again(), PITH_E_STATE); \
        CHECK_INT(pith_names_end(&names), PITH_E_STATE); \
    } while (0)

/* So it is behind the end, where what waited in the cutter for a byte to come is read: of the text, and as the end. */
static void test_names_at_the_end(void)
{
    static const char *const s[] = { "Ken x@", "20 %. \"", "In the U.S. ", "(", "In London\"", "Anna Bell, Ken Pett (3.", "Ken \xE2\x80" };
    size_t i, taken;
    pith_item found;
    int more;

    for (i = 0; i < sizeof s / sizeof *s; i++) {
        CHECK_INT(pith_names_init(&names, &named, memo, NAMED), PITH_OK);
        read_names(s[i], strlen(s[i]));
        CHECK_INT(pith_names_end(&names), PITH_OK);
        do {
            CHECK_INT(names_again(), PITH_OK);
            more = pith_names_scan(&names, NULL, 0, &taken, &found);
        } while (more == PITH_MORE);
        CHECK_INT(more, PITH_OK);
        CHECK_INT(names_again(), PITH_OK);
    }
}

/* "a.m-rated" is an hour no more: its dot is awaited no longer when what came before is told. */
static void test_dot_of_nothing(void)
{
    static const char s[] = "On Monday at 3 a.m-rated. Anna came.";
    size_t at;

    CHECK_INT(pith_names_init(&names, &named, memo, NAMED), PITH_OK);
    for (at = 0; at + 1 < sizeof s; at++) {
        read_names(s + at, 1);
        CHECK_INT(names_again(), PITH_OK);
    }
}

/* Wherever the state is put by, it is taken up: also where the dot of "Mr." has come and the island before it is left. */
static void test_names_anywhere(void)
{
    static const char s[] = "Anna Bell met Mr. Pett on 3 May. The U.S. liked J. R. Pett, who lives in St. Ives, N.Y. Then Dr. Bell left. Pett did not.";
    pith_entity who;
    size_t at, k;

    for (k = 1; k < 4; k++) {
        CHECK_INT(pith_names_init(&names, &named, memo, NAMED), PITH_OK);
        for (at = 0; at + k < sizeof s; at += k) {
            read_names(s + at, k);
            CHECK_INT(names_again(), PITH_OK);
        }
        CHECK_INT(pith_names_end(&names), PITH_OK);
        read_names(NULL, 0);
        CHECK_INT(pith_names_entity(&names, 0, &who), PITH_OK);
        CHECK(who.kind == PITH_PERSON && who.first == 18 && who.count == 3);
    }
}

static void test_names_refused(void)
{
    start_names();
    CHECK_INT(names_again(), PITH_OK);
    CHECK(n->entities.n > 3 && n->entities.quantities > 0);

    n->entities.spare = 0xFF; /* behind the last atom */
    CHECK_INT(names_again(), PITH_OK);

    NAMES_REFUSED(n->magic++);
    NAMES_REFUSED(n->slots++);
    NAMES_REFUSED(n->entities.room--);
    NAMES_REFUSED(n->options++);
    NAMES_REFUSED(n->phase = PI_NAMER_NAMES + 1);
    NAMES_REFUSED(n->waiting = PI_NAMER_WAITING + 1);
    NAMES_REFUSED((n->waiting = 1, n->wait[0].of.n = 0));
    NAMES_REFUSED((n->waiting = 1, n->wait[0].of.n = PI_MENTION_WORDS + 1, n->wait[0].of.kind = 0));
    NAMES_REFUSED((n->waiting = 1, n->wait[0].of.n = 1, n->wait[0].of.kind = 99));
    NAMES_REFUSED(n->lately.n = PI_LATELY + 1);
    NAMES_REFUSED(n->lately.at = PI_LATELY + 1);
    NAMES_REFUSED(n->lately.tok[1].n = PI_WORD_KEPT + 1);
    NAMES_REFUSED((n->lately.n = 0, n->held = 1));
    NAMES_REFUSED(n->lately.minor = (uint8_t)(n->lately.n + 1));
    NAMES_REFUSED(n->cut.mode = 9);
    NAMES_REFUSED(n->spot.n = PI_SPOT_WORDS + 1);
    NAMES_REFUSED(n->spot.at = PI_SPOT_WORDS);
    NAMES_REFUSED((n->spot.n = n->spot.at = 0, n->spot.dot = 1));
    NAMES_REFUSED((n->spot.open = 0, n->spot.n = PI_SPOT_WORDS, n->spot.at = 2));
    NAMES_REFUSED((n->spot.open = 3, n->spot.n = n->spot.at = 6, n->spot.from = 5, n->spot.last = 4));
    NAMES_REFUSED((n->spot.open = 2, n->spot.n = n->spot.at = 5, n->spot.from = 2, n->spot.last = 5));
    NAMES_REFUSED((n->spot.open = 2, n->spot.n = n->spot.at = PI_SPOT_ISLAND + 1, n->spot.from = 0, n->spot.last = PI_SPOT_ISLAND));
    NAMES_REFUSED((n->spot.open = 1, n->spot.n = 5, n->spot.at = 4, n->spot.from = 1, n->spot.last = 2));
    NAMES_REFUSED((n->spot.open = 1, n->spot.n = n->spot.at = 5, n->spot.from = 3, n->spot.last = 2));
    NAMES_REFUSED((n->spot.open = 1, n->spot.n = n->spot.at = 5, n->spot.from = 2, n->spot.last = 5));
    NAMES_REFUSED((n->spot.open = 1, n->spot.n = n->spot.at = PI_SPOT_ISLAND + 1, n->spot.from = 0, n->spot.last = 2));
    NAMES_REFUSED((n->spot.open = 2, n->spot.n = n->spot.at = PI_SPOT_WORDS, n->spot.from = 0, n->spot.last = 3));
    NAMES_REFUSED(n->spot.open = 4);
    NAMES_REFUSED(n->spot.w[PI_SPOT_WORDS - 1].label = PI_SPOT_LABELS);
    NAMES_REFUSED(n->quant.n = PI_QUANT_ATOMS + 2);
    NAMES_REFUSED((n->quant.n = 0, n->quant.dot = 1, n->quant.closed = 0));
    NAMES_REFUSED((n->quant.closed = 1, n->quant.more = PI_QUANT_TOKEN + 1));
    NAMES_REFUSED((n->quant.closed = 1, n->quant.n = PI_QUANT_ATOMS + 1, n->quant.more = PI_QUANT_TOKEN));
    NAMES_REFUSED((n->quant.closed = 0, n->quant.more = 1));
    NAMES_REFUSED((n->quant.closed = 0, n->quant.n = PI_QUANT_ATOMS + 1));
    NAMES_REFUSED(n->quant.at = (uint8_t)(n->quant.n + 1));
    NAMES_REFUSED(n->quant.atom[3].word[1] = 0xFC00);
    NAMES_REFUSED(n->quant.atom[3].word[0] = PI_Q_FRAC << 10); /* one by nothing, found by fuzzing */
    NAMES_REFUSED(n->entities.n = (uint16_t)(n->entities.room + 1));
    NAMES_REFUSED(n->entities.shift = 30);
    NAMES_REFUSED(n->entities.quantities++);
    NAMES_REFUSED(e.order[1] = n->entities.n);
    NAMES_REFUSED(e.order[1] = e.order[0]);
    NAMES_REFUSED(e.e[2].rank++);
    NAMES_REFUSED(e.e[2].n = 0);
    NAMES_REFUSED(e.e[2].forms = 0);
    NAMES_REFUSED(e.e[2].forms = PI_ENTITY_FORMS + 1);
    NAMES_REFUSED(e.e[2].lead = PI_ENTITY_FORMS);
    NAMES_REFUSED(e.e[e.order[0]].kind = PI_SPOT_KINDS);
}

/* A quantity may say that its unit is one that the model does not have. */
static void test_no_such_unit(void)
{
    char value[PITH_VALUE_MAX];

    start_names();
    memset(&n->value, 0, sizeof n->value);
    n->value.kind = PI_QUANT_NUMBER;
    n->value.form = PI_QUANT_VALUE;
    n->value.low = 7;
    n->value.unit = 255;
    n->value.per = 254;
    CHECK_INT(names_again(), PITH_OK);
    CHECK_INT(pith_names_value(&names, value, sizeof value), 3);
    CHECK(memcmp(value, "7 /", 3) == 0);
}

static void test_every_byte_of_names(void)
{
    static const uint8_t change[] = { 0x01, 0x80, 0xFF };
    static uint8_t whole[sizeof names.state];
    static pith_cell area[NAMED];
    unsigned at, k, refused = 0;
    pith_entity entity;
    uint16_t i;

    start_names();
    memcpy(whole, names.state, sizeof whole);
    memcpy(area, memo, sizeof area);
    for (at = 0; at < sizeof whole + sizeof area; at += 3)
        for (k = 0; k < sizeof change; k++) {
            uint8_t *b = at < sizeof whole ? (uint8_t *)names.state + at : (uint8_t *)memo + (at - sizeof whole);

            memcpy(names.state, whole, sizeof whole);
            memcpy(memo, area, sizeof area);
            *b = (uint8_t)(*b ^ change[k]);
            if (names_again() != PITH_OK) {
                refused++;
                continue;
            }
            read_names(text + 470, sizeof text - 1 - 470);
            if (pith_names_end(&names) == PITH_OK)
                read_names(NULL, 0);
            for (i = 0; pith_names_entity(&names, i, &entity) == PITH_OK; i++)
                CHECK(entity.forms >= 1 && entity.forms <= PITH_FORMS);
        }
    CHECK(refused > 90);
}

int main(void)
{
    test_known();
    test_nothing_to_select();
    test_refused();
    test_accepted();
    test_every_byte();
    test_dot_of_nothing();
    test_names_anywhere();
    test_names_at_the_end();
    test_names_refused();
    test_no_such_unit();
    test_every_byte_of_names();
    return check_done("resume");
}
