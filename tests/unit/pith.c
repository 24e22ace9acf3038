/* The API on small texts: results that a person can verify, down to the borders of the numbers. */
#include "state.h"

#include "check.h"

static pith p;
static pith_cell work[4096];

static void begin(const pith_config *cfg) { CHECK_INT(pith_init(&p, cfg, work, 4096), PITH_OK); }

static void feed(const char *text) { CHECK_INT(pith_feed(&p, text, strlen(text)), PITH_OK); }

static void drop_all(void)
{
    pi_view v;

    CHECK_INT(pi_view_of(&v, &p), PITH_OK);
    while (v.c->store.head != PI_NIL)
        pi_store_drop(&v.k.tab, PI_NIL);
}

/* Rows of the only sentence of a text on a display. */
static void rows(const char *text, uint16_t columns, uint16_t want)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_budget b = { 0, 0, 0, 0, 0, 0, 0 };
    pith_item s;

    cfg.columns = columns;
    begin(&cfg);
    feed(text);
    CHECK_INT(pith_end(&p), PITH_OK);
    for (b.rows = 1;; b.rows++) {
        while (pith_select(&p, &b) == PITH_MORE) { }
        if (!CHECK_INT(pith_sentence(&p, 0, &s), PITH_OK) || !(s.flags & PITH_OVER))
            break;
    }
    CHECK_INT(b.rows, want);
}

static void test_rows(void)
{
    rows("One two three.", 14, 1);
    rows("One two three.", 13, 2);
    rows("One two three.", 7, 2);
    rows("Abcdefgh.", 9, 1);
    rows("Abcdefgh.", 8, 2);
    rows("Abcdefgh.", 4, 3);
    rows("Abcdefgh ij.", 4, 3);
    rows("A bcdefghij k.", 4, 4);
    rows("Bank-note-paper.", 5, 4);
    rows("So bank-note-paper.", 5, 5);
}

static void test_resume(void)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 }, other = { &pith_en_small, 0, 0, 0, 0, 0 };

    begin(&cfg);
    CHECK_INT(pith_resume(&p, &other, work, 4096), PITH_E_STATE);
    CHECK_INT(pith_resume(&p, &cfg, work, 4095), PITH_E_STATE);
    CHECK_INT(pith_resume(&p, &cfg, work, 4096), PITH_OK);
    other.model = &pith_en;
    other.keep = 1;
    CHECK_INT(pith_resume(&p, &other, work, 4096), PITH_E_STATE);
}

/* Letters of a keyword, where the text is kept, are those at its offset. */
static void test_keyword_case(void)
{
    static const char text[] = "Whales sing. The WHALES of the north sing to whales of the south.";
    pith_config cfg = { &pith_en, 40, 0, 0, 0, 0 };
    pith_item k;
    char b[64];
    uint16_t i;

    begin(&cfg);
    feed(text);
    CHECK_INT(pith_end(&p), PITH_OK);
    for (i = 0; pith_keyword(&p, i, &k) == PITH_OK; i++)
        if (CHECK_INT(pith_text(&p, &k, b, sizeof b), k.length))
            CHECK(memcmp(b, text + k.offset, k.length) == 0);
    CHECK(i >= 3);
}

/* The last bytes that have an offset are read, what follows is counted. */
static void test_text_max(uint8_t keep)
{
    static const char text[] = "The ship sails. The sea is wide.";
    const uint32_t n = sizeof text - 1;
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_budget three = { 3, 0, 0, 0, 0, 0, 0 };
    pith_loss loss;
    pith_item s;
    size_t taken;

    cfg.keep = keep;
    begin(&cfg);
    pi_cut_init(&((pi_core *)(void *)p.state)->cut, PITH_TEXT_MAX - n);
    feed(text);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK_INT(loss.bytes, PITH_TEXT_MAX);
    CHECK_INT(loss.unread, 0);
    feed(text);
    CHECK_INT(pith_scan(&p, " And more.", 10, &taken, &s), PITH_OK);
    CHECK_INT(taken, 10);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK_INT(loss.bytes, PITH_TEXT_MAX);
    CHECK_INT(loss.unread, n + 10);
    CHECK_INT(pith_end(&p), PITH_OK);
    while (pith_select(&p, &three) == PITH_MORE) { }
    CHECK_INT(pith_sentence(&p, 1, &s), PITH_OK);
    CHECK_INT(s.offset, PITH_TEXT_MAX - n + 16);
    CHECK_INT(s.length, 16);
    CHECK_INT(pith_sentence(&p, 2, &s), PITH_E_LIMIT);
}

/* Where a sentence is found before, nothing counts yet: the caller comes back with all that was not taken. */
static void test_scan_max(void)
{
    static const char text[] = "The ship sails. The sea is wide. And more.";
    const uint32_t n = 32;
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_loss loss;
    pith_item s;
    size_t taken, at;

    begin(&cfg);
    pi_cut_init(&pi_core_of(&p)->cut, PITH_TEXT_MAX - n);
    CHECK_INT(pith_scan(&p, text, 42, &at, &s), PITH_MORE);
    CHECK(at >= 19 && at <= 20); /* with "The", perhaps the blank */
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK_INT(loss.unread, 0);
    CHECK_INT(pith_scan(&p, text + at, 42 - at, &taken, &s), PITH_OK);
    CHECK_INT(taken, 42 - at);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK_INT(loss.unread, 10);
}

/* A query has eight words: the ninth is not looked for. */
static void test_query(void)
{
    static const char text[] = "Nobody saw the whale. One boat came back.";
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_budget one = { 1, 0, 0, 0, 0, 0, 0 };
    const char *eight = "the and anchor barge canoe dinghy engine ferry galley whale boat";
    pith_item s;

    begin(&cfg);
    CHECK_INT(pith_query(&p, eight, strlen(eight)), PITH_OK); /* function words are none */
    CHECK_INT(pi_core_of(&p)->nquery, PI_QUERY_WORDS);
    feed(text);
    while (pith_select(&p, &one) == PITH_MORE) { }
    CHECK_INT(pith_sentence(&p, 0, &s), PITH_OK);
    CHECK_INT(s.offset, 0);

    /* A shorter one leaves nothing of it. */
    begin(&cfg);
    CHECK_INT(pith_query(&p, "boat whale", 10), PITH_OK);
    CHECK_INT(pith_query(&p, "boat", 4), PITH_OK);
    feed("The whale saw one boat");
    CHECK_INT(pi_core_of(&p)->cur.query, 0);
    feed(" of two boats. ");
    CHECK_INT(pi_core_of(&p)->cur.query, 2);
}

/* While no sentence has ended, the one that is being read stands for the text, if it lies in the range so far. */
static void test_unfinished(void)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_budget b = { 0, 0, 0, 0, 0, 0, 0 };
    pith_item s;
    int i;

    for (i = 0; i < 6; i++) {
        memset(&b, 0, sizeof b);
        cfg.from = i == 1 ? 1 : 0;
        cfg.to = i == 2 ? 12 : i == 3 ? 13 : 0;
        b.to = i == 4 ? 12 : i == 5 ? 13 : 0;
        begin(&cfg);
        feed("One boat came back"); /* up to a token of which the end is not known */
        while (pith_select(&p, &b) == PITH_MORE) { }
        CHECK_INT(pith_sentence(&p, 0, &s), i == 0 || i == 3 || i == 5 ? PITH_OK : PITH_E_LIMIT);
        if (i == 0)
            CHECK(s.offset == 0 && s.length == 13 && s.count == 3 && s.flags == PITH_OVER);
        CHECK_INT(pith_sentence(&p, 1, &s), PITH_E_LIMIT);
    }
}

/* Text is copied up to the end of what is kept, 32767 bytes at most; what stands before it is not kept. */
static void test_copy(void)
{
    static const char text[] = "Whales sing. The whales of the north sing to whales of the south. They dive";
    static char b[40000];
    pith_config cfg = { &pith_en, 40, 0, 0, 0, 0 };
    uint16_t i;
    pith_item s = { 0, 40000, 0, 0, PITH_SENTENCE, 0 };

    begin(&cfg);
    feed(text);
    CHECK_INT(pith_text(&p, &s, b, sizeof b), 12);
    CHECK(memcmp(b, text, 12) == 0);
    s.offset = 4;
    CHECK_INT(pith_text(&p, &s, b, sizeof b), 8);
    s.offset = 66;
    CHECK_INT(pith_text(&p, &s, b, sizeof b), 9);
    CHECK(memcmp(b, text + 66, 9) == 0);
    s.offset = 12; /* the blank between two sentences */
    CHECK_INT(pith_text(&p, &s, b, 1), PITH_E_SPACE);
    s.kind = PITH_KEYWORD;
    s.offset = 17;
    CHECK_INT(pith_text(&p, &s, b, 3), 3);
    drop_all(); /* of keywords the letters stay when their sentence is gone */
    for (i = 0; pith_keyword(&p, i, &s) == PITH_OK && text[s.offset + 1] != 'h';)
        i++;
    CHECK(s.length == 6 && memcmp(text + s.offset + 1, "hales", 5) == 0);
    s.length = 100;
    s.offset += 2;
    CHECK_INT(pith_text(&p, &s, b, sizeof b), 4);
    CHECK(memcmp(b, "ales", 4) == 0);
}

/* Of a keyword that came in two pieces all letters are kept. */
static void test_split_form(void)
{
    static const char text[] = "The whales sing.\n\nThey";
    pith_config cfg = { &pith_en, 40, 0, 0, 0, 0 };
    char b[64];
    size_t at;

    for (at = 0; at <= 10; at++) {
        pith_item k = { 4, 6, 0, 0, PITH_KEYWORD, 0 };

        begin(&cfg);
        CHECK_INT(pith_feed(&p, text, at), PITH_OK);
        feed(text + at);
        drop_all();
        CHECK_INT(pith_text(&p, &k, b, sizeof b), 6);
        CHECK(memcmp(b, "whales", 6) == 0);
    }
}

/* Of a long word no letters are kept beside its sentence, however often it comes. */
static void test_long_form(void)
{
    static const char text[] = "Electroencephalographically speaking it slept. Electroencephalographically speaking it woke.";
    pith_config cfg = { &pith_en, 40, 0, 0, 0, 0 };
    pith_item k;
    char b[64];
    uint16_t i = 0;

    begin(&cfg);
    feed(text);
    while (pith_keyword(&p, i, &k) == PITH_OK && k.length != 27)
        i++;
    CHECK(k.length == 27 && k.offset == 47); /* where it was read last */
    CHECK_INT(pith_text(&p, &k, b, sizeof b), 27);
    CHECK(memcmp(b, text + k.offset, 27) == 0);
    drop_all();
    k.offset = 0;
    CHECK_INT(pith_text(&p, &k, b, sizeof b), PITH_E_SPACE);
}

/* Text that is kept has 12 chunks of 30 bytes, and a sentence may have half of them: with a link behind it that takes the rest it
 * is given up, since there is no candidate to drop. What comes later is kept again. */
static void test_overrun(void)
{
    static const char tail[] = " Boats wait.";
    pith_config cfg = { &pith_en, 50, 0, 0, 0, 0 };
    pith_budget one = { 1, 0, 0, 0, 0, 0, 0 };
    char text[500], b[16];
    pith_loss loss;
    pith_item s;
    size_t n = 0;

    CHECK_INT(pith_init(&p, &cfg, work, PITH_CELLS_MIN), PITH_OK);
    while (n < 170)
        n += (size_t)sprintf(text + n, "grain ");
    n += (size_t)sprintf(text + n, "http://example.com/%0220d.%s", 7, tail);
    CHECK_INT(pith_feed(&p, text, n), PITH_OK);
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK(loss.sentences == 4 && loss.cut == 2); /* the words, the link, its dot, the last */
    CHECK_INT(loss.unkept, 2);
    while (pith_select(&p, &one) == PITH_MORE) { }
    CHECK_INT(pith_sentence(&p, 0, &s), PITH_OK);
    CHECK_INT(pith_text(&p, &s, b, sizeof b), 11);
    CHECK(memcmp(b, tail + 1, 11) == 0);
}

/* Of a long run of blanks what may belong to a sentence is kept, before the first one nothing; the rest of the room is for text. */
static void test_blank_runs(void)
{
    pith_config cfg = { &pith_en, 1, 0, 0, 0, 0 };
    pith_loss loss;
    char text[400];

    CHECK_INT(pith_init(&p, &cfg, work, 400), PITH_OK);
    CHECK_INT(pi_core_of(&p)->store.nchunks, 12); /* 360 bytes */
    memset(text, ' ', sizeof text);
    memcpy(text + 60, "Whales sing", 11);
    CHECK_INT(pith_feed(&p, text, 71), PITH_OK);
    CHECK_INT(pi_core_of(&p)->store.chunks_left, 11);
    text[0] = '.';
    memset(text + 1, ' ', 70);
    memcpy(text + 380, "They dive. We ", 14);
    CHECK_INT(pith_feed(&p, text, 394), PITH_OK);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK(loss.sentences == 2 && loss.dropped == 0 && loss.unkept == 0);
    CHECK_INT(pi_core_of(&p)->store.chunks_left, 9); /* one is of the sentence that has begun */
}

/* 96 bytes of blanks, 32 ideographic ones, may stand in a sentence, more end a paragraph. */
static void test_wide_blanks(void)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_loss loss;
    int i, more;

    for (more = 0; more < 2; more++) {
        begin(&cfg);
        feed("Whales sing");
        for (i = 0; i < 32; i++)
            feed("\xE3\x80\x80");
        feed(more ? " in the north. They" : "in the north. They");
        CHECK_INT(pith_end(&p), PITH_OK);
        CHECK_INT(pith_losses(&p, &loss), PITH_OK);
        CHECK_INT(loss.sentences, 2 + more);
    }
}

/* Half a code point ends the text: its bytes are kept as any sign. */
static void test_half(void)
{
    pith_config cfg = { &pith_en, 50, 0, 0, 0, 0 };
    pith_budget b = { 0, 0, 0, 100, 0, 0, 0 };
    pith_loss loss;
    pith_item s;
    char out[8];

    begin(&cfg);
    feed("\xE3\x80");
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK(loss.sentences == 1 && loss.unkept == 0 && loss.malformed == 1);
    while (pith_select(&p, &b) == PITH_MORE) { }
    CHECK_INT(pith_sentence(&p, 0, &s), PITH_OK);
    CHECK(s.offset == 0 && pith_text(&p, &s, out, sizeof out) == 2 && memcmp(out, "\xE3\x80", 2) == 0);
    begin(&cfg);
    feed("\xE3");
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK(loss.sentences == 1 && loss.unkept == 0);
}

/* Without a lexicon every word counts. */
static void test_no_lexicon(void)
{
    pith_model bare = pith_en;
    pith_config cfg = { NULL, 0, 0, 0, 0, 0 };
    pith_loss loss;

    bare.lex = NULL;
    bare.lex_count = 0;
    cfg.model = &bare;
    begin(&cfg);
    CHECK_INT(pith_query(&p, "the boat", 8), PITH_OK);
    CHECK_INT(pi_core_of(&p)->nquery, 2);
    feed("He met Dr. Brown. They ");
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK_INT(loss.sentences, 2); /* an abbreviation like any word */
    CHECK_INT(pi_core_of(&p)->cur.stops, 0);
}

/* Line ends of two bytes are as those of one. */
static void test_line_ends(void)
{
    static const char text[] = "Whales sing\r\nin the north.\r\n\r\nBoats wait. \r\nThey are old.";
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_loss loss;

    begin(&cfg);
    feed(text);
    CHECK_INT(pith_end(&p), PITH_OK);
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK(loss.sentences == 3 && loss.words == 10);
}

/* Counters stop at their largest value. */
static void test_counters(void)
{
    pith_config cfg = { &pith_en, 0, 0, 0, 0, 0 };
    pith_loss loss;
    int i;

    begin(&cfg);
    pi_core_of(&p)->loss.words = UINT32_MAX - 2;
    pi_core_of(&p)->loss.sentences = UINT32_MAX;
    feed("Whales sing in the");
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK_INT(loss.words, UINT32_MAX);
    feed(" north. They ");
    CHECK_INT(pith_losses(&p, &loss), PITH_OK);
    CHECK(loss.words == UINT32_MAX && loss.sentences == UINT32_MAX);
    CHECK_INT(pith_init(&p, &cfg, work, PITH_CELLS_MIN), PITH_OK); /* room for a few sentences */
    pi_core_of(&p)->loss.dropped = UINT32_MAX - 3;
    for (i = 0; i < 20; i++) {
        feed("Whales sing. ");
        CHECK(pi_core_of(&p)->loss.dropped >= UINT32_MAX - 3);
    }
    CHECK_INT(pi_core_of(&p)->loss.dropped, UINT32_MAX);
    pi_cut_init(&pi_core_of(&p)->cut, PITH_TEXT_MAX);
    pi_core_of(&p)->loss.unread = UINT32_MAX - 3;
    feed("ab");
    CHECK_INT(pi_core_of(&p)->loss.unread, UINT32_MAX - 1);
    feed("abc");
    CHECK_INT(pi_core_of(&p)->loss.unread, UINT32_MAX);
}

/* The largest tables: of more cells than 16 MB no more are used. */
static void test_largest(void)
{
    enum { MOST = 1 << 22 };
    static pith_cell area[MOST + 1];
    pith_config cfg = { &pith_en, 80, 0, 0, 0, 0 };
    const pi_core *c = pi_core_of(&p);

    area[MOST].w = 7;
    CHECK_INT(pith_init(&p, &cfg, area, MOST + 1), PITH_OK);
    CHECK(c->store.nchunks == 65534 && c->buckets == 8192 && c->memo_slots == 4096 && c->form_buckets == 32 && c->store.nrecs == 65534);
    CHECK_INT(pith_resume(&p, &cfg, area, MOST), PITH_OK); /* is the same */
    CHECK_INT(pith_resume(&p, &cfg, area, MOST - 1), PITH_E_STATE);
    cfg.keep = 0;
    CHECK_INT(pith_init(&p, &cfg, area, MOST + 1), PITH_OK);
    CHECK(c->store.nchunks == 0 && c->buckets == 8192 && c->store.nrecs == 65534);
    CHECK_INT(area[MOST].w, 7);
}

int main(void)
{
    test_query();
    test_unfinished();
    test_copy();
    test_line_ends();
    test_split_form();
    test_long_form();
    test_overrun();
    test_blank_runs();
    test_wide_blanks();
    test_half();
    test_no_lexicon();
    test_counters();
    test_largest();
    test_rows();
    test_resume();
    test_keyword_case();
    test_text_max(0);
    test_text_max(40);
    test_scan_max();
    return check_done("pith");
}
