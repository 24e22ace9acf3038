/* What the API says of small texts, member by member: options, ranges, what is unfinished, queries, keywords, letters. */
#include "state.h"

#include "check.h"

static pith p;
static pith_cell work[4096];

static void begin(const pith_config *cfg) { CHECK_INT(pith_init(&p, cfg, work, 4096), PITH_OK); }

static void feed(const char *text) { CHECK_INT(pith_feed(&p, text, strlen(text)), PITH_OK); }

/* All that a state shares with the options it is of: one bit of any of them makes another hash. */
static void test_options(void)
{
    pith_model model = pith_en;
    pith_config cfg = { &model, 20, 0, 30, 40, 50000 };
    uint32_t seen[64], h;
    unsigned n = 0, i, k;

    seen[n++] = pi_config_hash(&cfg, 4096);
    CHECK_INT(pi_config_hash(&cfg, 4096), seen[0]);
    for (i = 0; i < 32; i += 8) {
        cfg.from ^= UINT32_C(1) << i;
        seen[n++] = pi_config_hash(&cfg, 4096);
        cfg.from ^= UINT32_C(1) << i;
        cfg.to ^= UINT32_C(1) << i;
        seen[n++] = pi_config_hash(&cfg, 4096);
        cfg.to ^= UINT32_C(1) << i;
    }
    cfg.keep++;
    seen[n++] = pi_config_hash(&cfg, 4096);
    cfg.keep--;
    cfg.flags++;
    seen[n++] = pi_config_hash(&cfg, 4096);
    cfg.flags--;
    cfg.columns ^= 256;
    seen[n++] = pi_config_hash(&cfg, 4096);
    cfg.columns ^= 256 + 1;
    seen[n++] = pi_config_hash(&cfg, 4096);
    cfg.columns ^= 1;
    seen[n++] = pi_config_hash(&cfg, 4097);
    seen[n++] = pi_config_hash(&cfg, 4096 + 256);
    seen[n++] = pi_config_hash(&cfg, 4096 + 65536);
    model.version++;
    seen[n++] = pi_config_hash(&cfg, 4096);
    model.version--;
    model.lex_count++;
    seen[n++] = pi_config_hash(&cfg, 4096);
    model.lex_count--;
    model.freq_count++;
    seen[n++] = pi_config_hash(&cfg, 4096);
    model.freq_count--;
    model.stem = NULL;
    seen[n++] = pi_config_hash(&cfg, 4096);
    model.rank = NULL;
    seen[n++] = pi_config_hash(&cfg, 4096);
    model.stem = pith_en.stem;
    seen[n++] = pi_config_hash(&cfg, 4096);
    for (i = 0; i < n; i++)
        for (k = 0; k < i; k++)
            CHECK(seen[i] != seen[k]);
    h = pi_config_hash(&cfg, (size_t)1 << 22); /* more is not used */
    CHECK_INT(pi_config_hash(&cfg, ((size_t)1 << 22) + 1), h);
    CHECK(pi_config_hash(&cfg, ((size_t)1 << 22) - 1) != h);
}

/* Chunks for the share of the area that was asked for, twelve at the least; half of them are the longest sentence. */
static void test_kept(void)
{
    static const struct { uint32_t cells; uint8_t keep; uint16_t chunks, most; } want[] = {
        { 128, 0, 0, 2048 }, { 128, 50, 12, 180 }, { 240, 41, 12, 180 }, { 248, 43, 12, 180 }, { 256, 42, 13, 195 },
        { 3168, 34, 133, 1995 }, { 3184, 34, 134, 2010 }, { 3200, 34, 136, 2048 }, { 4096, 80, 407, 2048 },
    };
    unsigned i;

    for (i = 0; i < sizeof want / sizeof *want; i++) {
        pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
        const pi_core *c = (const pi_core *)(const void *)p.state;

        cfg.keep = want[i].keep;
        CHECK_INT(pith_init(&p, &cfg, work, want[i].cells), PITH_OK);
        CHECK_INT(c->store.nchunks, want[i].chunks);
        CHECK_INT(c->sent.max, want[i].most);
    }
}

static void select_all(const pith_budget *b)
{
    while (pith_select(&p, b) == PITH_MORE) { }
}

/* Only what stands from `from` to `to` is chosen: by the options, or by the budget. */
static void test_range(uint32_t from, uint32_t to, uint16_t n, uint32_t first)
{
    static const char text[] = "The ship sails. The sea is wide.";
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_budget b = { 9, 0, 0, 0, 0, 0, 0 };
    pith_item s;
    int by_budget;

    for (by_budget = 0; by_budget < 2; by_budget++) {
        *(by_budget ? &b.from : &cfg.from) = from;
        *(by_budget ? &b.to : &cfg.to) = to;
        memset(work, 0x5A, sizeof work); /* what stood there before is no matter */
        begin(&cfg);
        feed(text);
        CHECK_INT(pith_end(&p), PITH_OK);
        select_all(&b);
        memset(&s, 0xFF, sizeof s);
        CHECK_INT(pith_sentence(&p, n, &s), PITH_E_LIMIT);
        if (n > 0 && CHECK_INT(pith_sentence(&p, 0, &s), PITH_OK)) {
            CHECK_INT(s.offset, first);
            CHECK_INT(s.length, first ? 16 : 15);
            CHECK_INT(s.count, first ? 4 : 3);
            CHECK_INT(s.kind, PITH_SENTENCE);
            CHECK_INT(s.flags, 0);
            CHECK(s.score > 0 && s.score < UINT16_MAX);
        }
        cfg.from = cfg.to = 0;
    }
}

static void test_ranges(void)
{
    test_range(0, 0, 2, 0);
    test_range(0, 32, 2, 0);
    test_range(0, 31, 1, 0);
    test_range(1, 32, 1, 16);
    test_range(16, 0, 1, 16);
    test_range(17, 0, 0, 0);
    test_range(16, 32, 1, 16);
    test_range(0, 15, 1, 0);
    test_range(0, 14, 0, 0);
}

/* What may be asked for: percents to a hundred, a range that is none, rows where there are columns. */
static void test_budgets(void)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_budget b = { 0, 0, 0, 0, 0, 0, 0 };

    begin(&cfg);
    b.percent = 100;
    CHECK_INT(pith_select(&p, &b), PITH_MORE);
    b.percent = 101;
    CHECK_INT(pith_select(&p, &b), PITH_E_ARG);
    b.percent = 0;
    b.from = 5;
    CHECK_INT(pith_select(&p, &b), PITH_MORE);
    b.to = 5;
    CHECK_INT(pith_select(&p, &b), PITH_MORE);
    b.to = 4;
    CHECK_INT(pith_select(&p, &b), PITH_E_ARG);
}

/* While nothing is complete the sentence that is being read stands for the text, from byte 2 to 19. */
static void unfinished(const pith_config *cfg, const pith_budget *b, int want)
{
    pith_item s;

    begin(cfg);
    feed("  The ship sails on ");
    select_all(b);
    memset(&s, 0xFF, sizeof s);
    CHECK_INT(pith_sentence(&p, 1, &s), PITH_E_LIMIT);
    if (!CHECK_INT(pith_sentence(&p, 0, &s), want) || want)
        return;
    CHECK_INT(s.offset, 2);
    CHECK_INT(s.length, 17);
    CHECK_INT(s.score, 1);
    CHECK_INT(s.count, 4);
    CHECK_INT(s.kind, PITH_SENTENCE);
    CHECK_INT(s.flags, PITH_OVER);
}

static void test_unfinished(void)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_budget b = { 0, 0, 0, 0, 0, 0, 0 };
    pith_item s;
    pith_loss loss;

    unfinished(&cfg, &b, PITH_OK);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK_INT(loss.words, 4);
    CHECK_INT(loss.sentences, 0);
    CHECK_INT(loss.bytes, 20);
    CHECK_INT(loss.malformed, 0);
    feed("\xFF ");
    ((pi_core *)(void *)p.state)->loss.words = UINT32_MAX - 3;
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK_INT(loss.words, UINT32_MAX);
    CHECK_INT(loss.malformed, 1);

    b.from = 2;
    b.to = 19;
    unfinished(&cfg, &b, PITH_OK);
    b.from = 3;
    unfinished(&cfg, &b, PITH_E_LIMIT);
    b.from = 0;
    b.to = 18;
    unfinished(&cfg, &b, PITH_E_LIMIT);
    b.to = 0;
    cfg.from = 2;
    cfg.to = 19;
    unfinished(&cfg, &b, PITH_OK);
    cfg.from = 3;
    unfinished(&cfg, &b, PITH_E_LIMIT);
    cfg.from = 0;
    cfg.to = 18;
    unfinished(&cfg, &b, PITH_E_LIMIT);

    cfg.to = 0;
    begin(&cfg);
    feed(" ");
    select_all(&b);
    CHECK_INT(pith_sentence(&p, 0, &s), PITH_E_LIMIT); /* nothing at all */
    begin(&cfg);
    feed("The ship sails. The sea is wide ");
    b.from = 14;
    select_all(&b);
    CHECK_INT(pith_sentence(&p, 0, &s), PITH_E_LIMIT); /* a sentence is complete, though not chosen */
}

/* Sentences as they are found, in order, those that the end of the text closes, too. */
static void test_scan(void)
{
    static const char text[] = "The ship sails. Then it sinks. So";
    static const uint32_t offset[] = { 0, 16, 31 }, length[] = { 15, 14, 2 };
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    size_t taken, at = 0;
    pith_item s;
    unsigned n = 0;

    begin(&cfg);
    while (pith_scan(&p, text + at, sizeof text - 1 - at, &taken, &s) == PITH_MORE && CHECK(n < 3)) {
        at += taken;
        CHECK_INT(s.offset, offset[n]);
        CHECK_INT(s.length, length[n]);
        n++;
    }
    CHECK_INT(n, 1);
    CHECK_INT(pith_end(&p), PITH_OK);
    while (pith_scan(&p, NULL, 0, &taken, &s) == PITH_MORE && CHECK(n < 3)) {
        CHECK_INT(taken, 0);
        CHECK_INT(s.offset, offset[n]);
        CHECK_INT(s.length, length[n]);
        n++;
    }
    CHECK_INT(n, 3);
    CHECK_INT(pith_scan(&p, NULL, 0, &taken, &s), PITH_OK);
}

/* Words of a query: how many tell, and that they are the terms that the text counts. */
static void query(const char *words, unsigned n, unsigned met)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    const pi_core *c = (const pi_core *)(const void *)p.state;

    begin(&cfg);
    CHECK_INT(pith_query(&p, "coal iron", 9), PITH_OK); /* forgotten at the next */
    CHECK_INT(pith_query(&p, words, words ? strlen(words) : 0), PITH_OK);
    CHECK_INT(c->nquery, n);
    feed("A boat sails to the harbour of coal.x.org ");
    CHECK_INT(c->cur.query, met);
}

static void test_query(void)
{
    query("boat", 1, 1);
    query("boats, and the Harbours", 2, 2);
    query("coal", 1, 0);
    query("coal.x.org!", 1, 1);
    query("- ...", 0, 0);
    query("", 0, 0);
    query(NULL, 0, 0);
    query("red, blue; grey black white green, pink brown boats", 8, 0);
    query("one red sails boat", 3, 2);
}

/* Keywords: the greater score first, the earlier of equal ones; 32 at the most. */
static void test_keywords(void)
{
    static const char text[] = "Whales sing. Whales dive. Seals sing and whales dive. ";
    static const struct { char first; uint32_t offset; uint16_t count; } known[] = { { 'W', 0, 3 }, { 's', 7, 2 }, { 'd', 20, 2 }, { 'S', 26, 1 } };
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_item k, before = { 0, 0, UINT16_MAX, 0, 0, 0 };
    unsigned i, n;
    char b[32];

    begin(&cfg);
    feed(text);
    for (n = 0; memset(&k, 0xFF, sizeof k), pith_keyword(&p, (uint16_t)n, &k) == PITH_OK && CHECK(n < 4); n++) {
        for (i = 0; i < 4 && known[i].offset != k.offset; i++) { }
        if (CHECK(i < 4)) {
            CHECK_INT(k.count, known[i].count);
            CHECK_INT(k.length, known[i].first == 'W' ? 6 : known[i].first == 'S' ? 5 : 4);
        }
        CHECK(k.score % 16 == 0 && k.score > 0);
        CHECK(before.score > k.score || (before.score == k.score && before.offset < k.offset));
        CHECK_INT(k.kind, PITH_KEYWORD);
        CHECK_INT(k.flags, 0);
        before = k;
    }
    CHECK_INT(n, 4);

    begin(&cfg);
    for (i = 0; i < 120; i++) {
        sprintf(b, "qu%cx%cz ", 'a' + i % 10, 'a' + i / 10);
        feed(b);
    }
    CHECK_INT(pith_keyword(&p, PITH_KEYWORDS_MAX - 1, &k), PITH_OK);
    CHECK_INT(pith_keyword(&p, PITH_KEYWORDS_MAX, &k), PITH_E_LIMIT);
}

static int letters(uint32_t offset, uint32_t length, uint8_t kind, size_t room, const char *want)
{
    pith_item item = { 0, 0, 0, 0, 0, 0 };
    char b[80];
    int n;

    memset(b, '#', sizeof b);
    item.offset = offset;
    item.length = length;
    item.kind = kind;
    n = pith_text(&p, &item, b, room);
    return want == NULL ? CHECK_INT(n, PITH_E_SPACE) : CHECK_INT(n, strlen(want)) && CHECK(memcmp(b, want, strlen(want)) == 0 && b[n] == '#');
}

/* Letters that were kept: of a record, of a keyword whose sentence has none, of what is being read. */
static void test_letters(void)
{
    pith_config cfg = { &pith_en, 40, 0, 0, 0, 0 };

    begin(&cfg);
    feed("The ship sails. The sea is wide. A wave ");
    letters(0, 15, PITH_SENTENCE, 80, "The ship sails.");
    letters(16, 16, PITH_SENTENCE, 80, "The sea is wide.");
    letters(16, 16, PITH_SENTENCE, 5, "The s");
    letters(20, 3, PITH_KEYWORD, 80, "sea");
    letters(27, 60, PITH_SENTENCE, 70, "wide.");
    letters(31, 9, PITH_SENTENCE, 80, ".");
    letters(15, 1, PITH_SENTENCE, 80, NULL); /* a blank between two */
    letters(33, 6, PITH_SENTENCE, 80, "A wave");
    letters(35, 4, PITH_SENTENCE, 80, "wave");
    letters(32, 1, PITH_SENTENCE, 80, NULL);
    letters(60, 1, PITH_SENTENCE, 80, NULL);

    cfg.from = 1000; /* no sentence gets a record, all words are counted */
    begin(&cfg);
    feed("Whales sing. Big seals dive. ");
    CHECK_INT(pith_end(&p), PITH_OK);
    letters(0, 6, PITH_KEYWORD, 80, "Whales");
    letters(0, 6, PITH_KEYWORD, 3, "Wha");
    letters(2, 60, PITH_KEYWORD, 60, "ales");
    letters(5, 1, PITH_KEYWORD, 80, "s");
    letters(6, 1, PITH_KEYWORD, 80, NULL);
    letters(7, 4, PITH_KEYWORD, 80, "sing");
    letters(17, 5, PITH_KEYWORD, 80, "seals");
    letters(16, 5, PITH_KEYWORD, 80, NULL);
    letters(17, 5, PITH_SENTENCE, 80, NULL);
    letters(23, 4, PITH_KEYWORD, 80, "dive");

    begin(&cfg); /* 24 letters are kept of a keyword, of a longer one none */
    feed("self-congratulatory-talk and self-congratulatory-chats. ");
    CHECK_INT(pith_end(&p), PITH_OK);
    letters(0, 24, PITH_KEYWORD, 80, "self-congratulatory-talk");
    letters(29, 25, PITH_KEYWORD, 80, NULL);

    begin(&cfg); /* a longer form takes the place of one whose letters were kept */
    feed("self-congratulatory-talk ends. Such self-congratulatory-talks end. ");
    CHECK_INT(pith_end(&p), PITH_OK);
    letters(36, 25, PITH_KEYWORD, 80, NULL);
    letters(0, 24, PITH_KEYWORD, 80, NULL);
}

int main(void)
{
    test_options();
    test_kept();
    test_ranges();
    test_budgets();
    test_unfinished();
    test_scan();
    test_query();
    test_keywords();
    test_letters();
    return check_done("results");
}
