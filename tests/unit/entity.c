/* Entities through the public functions: who is who on plain texts, counts that add up, every split, every size of the
 * work area, resume at every byte, letters that are kept. */
#include "check.h"
#include "pith.h"

enum { CELLS = 2048, ROOM = 2048 };

static const char story[] =
    "Angela Merkel flew to Geneva on Monday. Merkel met Anna Smith and Peter Smith of the World Health Organization (WHO) "
    "there. \"The WHO needs money,\" said Peter Smith. Merkel\xe2\x80\x99s aide praised Geneva, and Anna Smith went back "
    "to Kenya.\n";

typedef struct {
    pith_names p;
    pith_cell work[CELLS + 2]; /* between canaries */
    unsigned mentions;
} reader;

static const pith_names_config again = { &pith_en, &pith_en_names, 75, 0, NULL },
                               kept = { &pith_en, &pith_en_names, 75, 32, NULL };

static void begin(reader *r, const pith_names_config *cfg, size_t cells)
{
    r->mentions = 0;
    memset(r->work, 0xA5, sizeof r->work);
    CHECK_INT(pith_names_init(&r->p, cfg, r->work + 1, cells), PITH_OK);
}

static void feed(reader *r, const char *text, size_t n)
{
    const char *at = n ? text : NULL;
    size_t taken;
    pith_item name;

    while (pith_names_scan(&r->p, at, n, &taken, &name) == PITH_MORE) {
        r->mentions++;
        CHECK(name.score > 0 || name.kind >= PITH_DATE);
        at = taken ? at + taken : at;
        n -= taken;
    }
}

static void finish(reader *r)
{
    CHECK_INT(pith_names_end(&r->p), PITH_OK);
    feed(r, NULL, 0);
}

static void read_all(reader *r, const pith_names_config *cfg, size_t cells, const char *text)
{
    begin(r, cfg, cells);
    feed(r, text, strlen(text));
    finish(r);
}

/* "16 Angela Merkel 3/Merkel|": kind, name, count, other forms. */
static const char *listed(const reader *r, const char *text)
{
    static char out[ROOM];
    pith_entity e;
    uint16_t i;
    uint8_t f;
    size_t n = 0;

    out[0] = 0;
    for (i = 0; pith_names_entity(&r->p, i, &e) == PITH_OK && n + 300 < ROOM; i++) {
        n += (size_t)snprintf(out + n, ROOM - n, "%u %.*s %u", (unsigned)e.kind, (int)e.length[0], text + e.form[0],
                              (unsigned)e.count);
        for (f = 1; f < e.forms; f++)
            n += (size_t)snprintf(out + n, ROOM - n, "/%.*s", (int)e.length[f], text + e.form[f]);
        n += (size_t)snprintf(out + n, ROOM - n, "|");
    }
    return out;
}

static void who_is_who(void)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        { "", "" },
        { "nobody is named here.", "" },
        { "Vladimir Putin met Ken McCallum in Moscow. Putin smiled; McCallum did not. Moscow was cold.",
          "16 Vladimir Putin 2/Putin|16 Ken McCallum 2/McCallum|17 Moscow 2|" },
        { story, "18 World Health Organization 3/WHO|16 Angela Merkel 3/Merkel|16 Peter Smith 2|17 Geneva 2|16 Anna Smith 2|17 Kenya 1|" },
        { "SKARHOLM, Kenya - The Iranian minister and a Central Asian envoy left. An Iranian-backed group came to the capital Orzemund.",
          "19 Iranian 2|17 SKARHOLM 1|17 Kenya 1|19 Central Asian 1|17 Orzemund 1|" },
        { "It met in Mill Lane, on Tuesday 14 January 2025 at 7.30 pm\n\nPresent: Mr. P. Hargreaves (Chair), S. Okonkwo.",
          "17 Mill Lane 1|16 P. Hargreaves 1|16 S. Okonkwo 1|" },
    };
    static reader r;
    size_t i;

    for (i = 0; i < sizeof cases / sizeof *cases; i++) {
        read_all(&r, &again, CELLS, cases[i].text);
        CHECK_STR(listed(&r, cases[i].text), cases[i].want);
    }
}

/* Quantities of one value are one, behind the names; of a text with many, a quarter of the table has them. */
static void quantities(void)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names, 75, 0, &pith_en_quantities };
    static const char text[] = "Geneva paid $5m on Monday. On Monday the 20 per cent, or 20%, of five million dollars went to Kenya. Nobody in Geneva knew.";
    static char many[8000];
    static reader r;
    char value[PITH_VALUE_MAX];
    pith_entity e;
    uint16_t i, names = 0;
    size_t n = 0;

    read_all(&r, &cfg, CELLS, text);
    CHECK_STR(listed(&r, text), "17 Geneva 2|17 Kenya 1|32 Monday 2|35 20 per cent 2/20%|34 five million dollars 2/$5m|");
    CHECK_INT(pith_names_entity_value(&r.p, 4, value, sizeof value), 11);
    CHECK(memcmp(value, "5000000 USD", 11) == 0);
    CHECK_INT(pith_names_entity_value(&r.p, 0, value, sizeof value), 0);
    CHECK_INT(pith_names_entity_value(&r.p, 5, value, sizeof value), PITH_E_LIMIT);
    for (i = 0; i < 300; i++)
        n += (size_t)snprintf(many + n, sizeof many - n, "We met %u men. ", 100u + i);
    snprintf(many + n, sizeof many - n, "Angela Merkel left.");
    read_all(&r, &cfg, 400, many);
    for (i = 0; pith_names_entity(&r.p, i, &e) == PITH_OK; i++)
        names = (uint16_t)(names + (e.kind < PITH_DATE));
    CHECK_INT(i, 400 * 75 / 100 * 2 / 59 / 4 + 1);
    CHECK_INT(names, 1);
}

/* What the entities say adds up to what was found. */
static void add_up(const reader *r, size_t length, int full)
{
    unsigned sum = 0, parts;
    uint16_t i, before = UINT16_MAX;
    pith_entity e;
    uint8_t k;

    for (i = 0; pith_names_entity(&r->p, i, &e) == PITH_OK; i++) {
        sum += e.count;
        for (k = 0, parts = 0; k < PITH_PARTS; k++)
            parts += e.part[k];
        CHECK_INT(parts, e.count);
        CHECK(e.first <= e.last && e.last < length && e.forms >= 1 && e.forms <= PITH_FORMS && e.number > 0);
        CHECK(e.salience <= before);
        before = e.salience;
    }
    if (full)
        CHECK(sum <= r->mentions);
    else
        CHECK_INT(sum, r->mentions);
}

static void every_size(void)
{
    static reader r;
    pith_loss loss;
    size_t cells;

    for (cells = 40; cells <= CELLS; cells += cells < 400 ? 1 : 97) {
        pith_names_config cfg = again;
        int letters = (int)(cells & 1);

        cfg.letters = letters ? 32 : 0;
        if (pith_names_init(&r.p, &cfg, r.work + 1, cells) == PITH_E_SPACE) {
            CHECK(cells < (letters ? 200u : 66u));
            continue;
        }
        read_all(&r, &cfg, cells, story);
        CHECK(r.work[0].w == UINT32_C(0xA5A5A5A5) && r.work[cells + 1].w == UINT32_C(0xA5A5A5A5));
        CHECK_INT(pith_names_losses(&r.p, &loss), PITH_OK);
        add_up(&r, sizeof story - 1, loss.terms > 0);
    }
}

static void every_split(void)
{
    static reader r, moved;
    char want[ROOM];
    size_t i;

    read_all(&r, &again, CELLS, story);
    strcpy(want, listed(&r, story));
    for (i = 0; i < sizeof story; i++) {
        begin(&r, &again, CELLS);
        feed(&r, story, i);
        moved = r;
        memset(&r, 0x5A, sizeof r);
        CHECK_INT(pith_names_resume(&moved.p, &kept, moved.work + 1, CELLS), PITH_E_STATE);
        CHECK_INT(pith_names_resume(&moved.p, &again, moved.work + 1, CELLS - 64), PITH_E_STATE);
        CHECK_INT(pith_names_resume(&moved.p, &again, moved.work + 1, CELLS), PITH_OK);
        feed(&moved, story + i, sizeof story - 1 - i);
        finish(&moved);
        if (!CHECK_STR(listed(&moved, story), want))
            fprintf(stderr, "    split and resumed at %zu\n", i);
    }
}

static void letters(void)
{
    static reader r;
    pith_entity e;
    char buf[64];
    uint16_t i;
    uint8_t f;

    begin(&r, &kept, CELLS);
    for (i = 0; i + 1u < sizeof story; i++)
        feed(&r, story + i, 1);
    finish(&r);
    for (i = 0; pith_names_entity(&r.p, i, &e) == PITH_OK; i++)
        for (f = 0; f < e.forms; f++) {
            CHECK_INT(pith_names_letters(&r.p, i, f, buf, sizeof buf), e.length[f]);
            CHECK(memcmp(buf, story + e.form[f], e.length[f]) == 0);
        }
    CHECK(i > 0);
    CHECK_INT(pith_names_letters(&r.p, 0, 0, buf, 3), 3);
    CHECK_INT(pith_names_letters(&r.p, 0, PITH_FORMS, buf, 3), PITH_E_LIMIT);
    CHECK_INT(pith_names_letters(&r.p, i, 0, buf, 3), PITH_E_LIMIT);
    CHECK_INT(pith_names_entity(&r.p, i, &e), PITH_E_LIMIT);
    CHECK_INT(pith_names_entity(&r.p, 0, NULL), PITH_E_ARG);
    CHECK_INT(pith_names_letters(&r.p, 0, 0, NULL, 3), PITH_E_ARG);
    read_all(&r, &again, CELLS, story);
    CHECK_INT(pith_names_letters(&r.p, 0, 0, buf, 3), PITH_E_SPACE);
}

/* What is kept of the names of a text, each with a blank behind it. */
static const char *kept_of(reader *r)
{
    static char out[ROOM];
    size_t n = 0;
    uint16_t i;
    int got;

    for (i = 0; (got = pith_names_letters(&r->p, i, 0, out + n, 64)) >= 0 && n + 80 < ROOM; i++) {
        n += (size_t)got;
        out[n++] = ' ';
    }
    out[n] = 0;
    return out;
}

/* Letters are cut between code points; none are kept of what stood too far behind when it was known to be a name. */
static void cut_letters(void)
{
    static const pith_names_config four = { &pith_en, &pith_en_names, 75, 4, NULL };
    static reader r;
    char text[400], buf[8];

    read_all(&r, &four, CELLS, "They went to Nm\xc3\xbbrnberg with Ren\xc3\xa9" "e Dupont.");
    CHECK_STR(kept_of(&r), "Nm\xc3\xbb Ren ");
    CHECK_INT(pith_names_letters(&r.p, 0, 0, buf, 3), 2);
    CHECK_INT(pith_names_letters(&r.p, 0, 0, buf, 2), 2);
    CHECK_INT(pith_names_letters(&r.p, 0, 0, buf, 0), 0);
    snprintf(text, sizeof text, "He lives in Kenya.%300s", "");
    read_all(&r, &four, CELLS, text); /* found at the end of the text */
    CHECK_STR(kept_of(&r), " ");
    snprintf(text, sizeof text, "He lives in Kenya%120s and%120s works%120s there.", "", "", "");
    read_all(&r, &four, CELLS, text);
    CHECK_STR(kept_of(&r), " ");
}

int main(void)
{
    cut_letters();
    who_is_who();
    quantities();
    every_size();
    every_split();
    letters();
    return check_done("entity");
}
