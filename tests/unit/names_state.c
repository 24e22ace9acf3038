/* The state behind pith_names_*: how the work area is parted, what resume compares, where a text ends. */
#include "check.h"
#include "namer.h"

enum { CELLS = 40000 };

static pith_names p;
static pith_cell work[CELLS];

/* Entities that so many cells have room for, and places of the memo. */
static void sizes(uint8_t share, uint8_t letters, size_t cells, unsigned room, unsigned slots)
{
    pith_names_config cfg = { &pith_en, &pith_en_names_small, 0, 0, NULL };

    cfg.entities = share;
    cfg.letters = letters;
    memset(work, 0xA5, sizeof work);
    if (!CHECK_INT(pith_names_init(&p, &cfg, work, cells), share && room == 0 ? PITH_E_SPACE : PITH_OK))
        return;
    if (share && room == 0)
        return;
    if (!CHECK(pi_namer_of(&p)->entities.room == room && pi_namer_of(&p)->slots == slots))
        fprintf(stderr, "    share %u, letters %u, cells %zu: %u, %u\n", share, letters, cells, pi_namer_of(&p)->entities.room, pi_namer_of(&p)->slots);
    CHECK_INT(work[0].b[0], room + slots ? 0 : 0xA5);
    CHECK_INT(work[pi_namer_cells((uint16_t)room, letters) + slots].b[0], 0xA5); /* no more is used */
}

/* An entity takes 28 cells and half a cell of the order; 16 of them 16 cells of keys; letters 256 bytes more, and of each form. */
static void rooms(void)
{
    sizes(0, 0, 0, 0, 0);
    sizes(0, 0, 1, 0, 0);
    sizes(0, 0, 2, 0, 2);
    sizes(0, 0, 3, 0, 2);
    sizes(0, 0, 4, 0, 4);
    sizes(0, 0, 16383, 0, 8192);
    sizes(0, 0, 16384, 0, 16384);
    sizes(0, 0, 39999, 0, 16384);
    sizes(90, 0, 49, 0, 0);          /* 44 cells */
    sizes(90, 0, 50, 1, 4);          /* 45 = 29 + 16 */
    sizes(90, 0, 81, 1, 32);         /* 72 */
    sizes(90, 0, 82, 2, 8);          /* 73 = 57 + 16 */
    sizes(50, 0, 943, 15, 256);      /* 471 = 472 - 1 */
    sizes(50, 0, 944, 16, 256);      /* 472 = 456 + 16 */
    sizes(50, 0, 1033, 16, 512);     /* 516 */
    sizes(50, 0, 1034, 17, 512);     /* 517 = 485 + 32 */
    sizes(1, 0, 4499, 0, 0);         /* 44 */
    sizes(1, 0, 4500, 1, 4096);
    sizes(90, 4, 125, 0, 0);         /* 112 */
    sizes(90, 4, 126, 1, 8);         /* 113 = 33 + 16 + 64 */
    sizes(90, 64, 192, 0, 0);        /* 172 */
    sizes(90, 64, 193, 1, 16);       /* 173 = 93 + 16 + 64 */
    sizes(90, 0, 16781, 511, 1024);  /* 15102 = 14592 + 512 - 2 */
    sizes(90, 0, 16783, 512, 1024);  /* 15104 */
    sizes(90, 0, 39999, 512, 16384);
}

/* The hash of the options, by which a state that was saved is known again: of four words, the low byte first. */
static void options_hash(void)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names_small, 60, 16, &pith_en_quantities };
    uint32_t words[4], h = 0;
    uint8_t i, k;

    CHECK_INT(pith_names_init(&p, &cfg, work, 800), PITH_OK);
    CHECK(pi_namer_of(&p)->slots > 0 && pi_namer_of(&p)->entities.room > 0);
    words[0] = (uint32_t)PI_MODEL_VERSION << 16 | pi_namer_of(&p)->slots;
    words[1] = (uint32_t)pith_en_names_small.word_buckets << 16 | pith_en_names_small.row_buckets;
    words[2] = UINT32_C(60) << 24 | UINT32_C(16) << 16 | pi_namer_of(&p)->entities.room;
    words[3] = pith_en_quantities.words;
    for (i = 0; i < 4; i++)
        for (k = 0; k < 4; k++)
            h = pi_hash_step(h, (uint8_t)(words[i] >> 8 * k));
    CHECK(pi_namer_of(&p)->options == pi_hash_end(h));
}

/* A state is of its options: of another share, of other letters, of quantities or none it is none, though the sizes are the same. */
static void options(void)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names_small, 60, 0, &pith_en_quantities };
    pith_names_config other = cfg;
    pith_names_model rows = pith_en_names_small;
    pith_quantities_model words = pith_en_quantities;

    CHECK_INT(pith_names_init(&p, &cfg, work, 200), PITH_OK);
    rows.row_buckets++;
    other.names = &rows;
    CHECK_INT(pith_names_resume(&p, &other, work, 200), PITH_E_STATE);
    CHECK_INT(pith_names_end(&p), PITH_E_STATE); /* it cannot be used */
    words.words++;
    other = cfg;
    other.quantities = &words;
    CHECK_INT(pith_names_resume(&p, &other, work, 200), PITH_E_STATE);
    other = cfg;
    pi_namer_of(&p)->sent.max = 7; /* a lie: it follows from the options */
    CHECK_INT(pith_names_resume(&p, &cfg, work, 200), PITH_OK);
    CHECK_INT(pi_namer_of(&p)->sent.max, PITH_SENTENCE_MAX);
    other.entities = 61;
    CHECK_INT(pith_names_resume(&p, &other, work, 200), PITH_E_STATE);
    CHECK_INT(pith_names_resume(&p, &cfg, work, 200), PITH_OK);
    other = cfg;
    other.quantities = NULL;
    CHECK_INT(pith_names_resume(&p, &other, work, 200), PITH_E_STATE);
    other = cfg;
    other.entities = 0; /* letters without entities are none */
    CHECK_INT(pith_names_init(&p, &other, work, 200), PITH_OK);
    other.letters = 4;
    CHECK_INT(pith_names_resume(&p, &other, work, 200), PITH_E_STATE);
    CHECK_INT(pith_names_init(&p, &other, work, 200), PITH_OK);
    CHECK_INT(pi_namer_of(&p)->letters, 0);
    pi_namer_of(&p)->letters = 4; /* a lie */
    CHECK_INT(pith_names_resume(&p, &other, work, 200), PITH_OK);
    CHECK_INT(pi_namer_of(&p)->letters, 0);
    other.names = &pith_en_names;
    CHECK_INT(pith_names_resume(&p, &other, work, 200), PITH_E_STATE);
}

/* The names of a text. */
static const char *names(const char *text, pith_loss *loss)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names, 80, 0, NULL };
    static char out[400];
    size_t n = strlen(text), taken, at = 0, w = 0;
    pith_item found;

    out[0] = 0;
    CHECK_INT(pith_names_init(&p, &cfg, work, 2000), PITH_OK);
    for (;;) {
        while (pith_names_scan(&p, at < n ? text + at : NULL, n - at, &taken, &found) == PITH_MORE) {
            at += taken;
            w += (size_t)snprintf(out + w, sizeof out - w, "%.*s %u|", (int)found.length, text + found.offset, found.score);
        }
        if (at == n && pith_names_end(&p) != PITH_OK)
            break;
        at = n;
    }
    CHECK_INT(pith_names_losses(&p, loss), PITH_OK);
    return out;
}

static void texts(void)
{
    char text[700], endless[2051];
    pith_loss loss;
    unsigned i, k;

    /* Names of one country, by the model's table. */
    CHECK_STR(names("They flew to Holland. She moved to the Netherlands in May.", &loss), "Holland 1|Netherlands 1|");
    CHECK(loss.sentences == 2 && loss.words == 11 && loss.cut == 0 && loss.cut_words == 0 && loss.unread == 0);
    /* Blanks of up to 96 bytes part words, more part paragraphs. */
    for (i = 32; i <= 33; i++) {
        strcpy(text, "they met Angela");
        for (k = 0; k < i; k++)
            strcat(text, "\xe2\x80\x83"); /* em space */
        strcat(text, "Merkel there.");
        names(text, &loss);
        CHECK_INT(loss.sentences, i == 32 ? 1 : 2);
    }
    snprintf(text, sizeof text, "%0299d", 7); /* a number of 299 digits is read in two pieces */
    names(text, &loss);
    CHECK(loss.cut_words == 1 && loss.words == 2);
    snprintf(text, sizeof text, "%0599d", 7);
    names(text, &loss);
    CHECK(loss.cut_words == 2 && loss.words == 3);
    /* Of 2,050 bytes without an end the last word would be behind PITH_SENTENCE_MAX: it begins another sentence. */
    for (i = 0; i < 410; i++)
        memcpy(endless + 5 * i, "rain ", 5);
    endless[2049] = 0;
    names(endless, &loss);
    CHECK(loss.sentences == 2 && loss.words == 410 && loss.cut == 1);
    endless[2044] = 0;
    names(endless, &loss);
    CHECK(loss.sentences == 1 && loss.words == 409 && loss.cut == 0);
}

/* A text ends at PITH_TEXT_MAX; what comes behind is counted, up to 2^32 - 1. */
static void ends(void)
{
    static const pith_names_config cfg = { &pith_en, &pith_en_names_small, 0, 0, NULL };
    static const uint32_t before[] = { 0, 7, UINT32_MAX - 15, UINT32_MAX - 14, UINT32_MAX };
    pith_item found;
    pith_loss loss;
    size_t taken, i;

    for (i = 0; i < sizeof before / sizeof *before; i++) {
        CHECK_INT(pith_names_init(&p, &cfg, work, 0), PITH_OK);
        pi_namer_of(&p)->cut.offset = PITH_TEXT_MAX - 5;
        pi_namer_of(&p)->loss.unread = before[i];
        CHECK_INT(pith_names_scan(&p, "aaaa bbbb cccc dddd ", 20, &taken, &found), PITH_OK);
        CHECK_INT(taken, 20);
        CHECK_INT(pith_names_losses(&p, &loss), PITH_OK);
        CHECK_INT(loss.bytes, PITH_TEXT_MAX);
        CHECK_INT(loss.unread, before[i] <= UINT32_MAX - 15 ? before[i] + 15 : UINT32_MAX);
    }
    CHECK_INT(pith_names_init(&p, &cfg, work, 0), PITH_OK);
    pi_namer_of(&p)->cut.offset = PITH_TEXT_MAX - 20;
    CHECK_INT(pith_names_scan(&p, "aaaa bbbb cccc dddd ", 20, &taken, &found), PITH_OK);
    CHECK_INT(taken, 20);
    CHECK_INT(pith_names_losses(&p, &loss), PITH_OK);
    CHECK(loss.bytes == PITH_TEXT_MAX && loss.unread == 0);
}

int main(void)
{
    rooms();
    options_hash();
    options();
    texts();
    ends();
    return check_done("names_state");
}
