/* The API on small texts: results that a person can verify, down to the borders of the numbers. */
#include "state.h"

#include "check.h"

static pith p;
static pith_cell work[4096];

static void begin(const pith_config *cfg) { CHECK_INT(pith_init(&p, cfg, work, 4096), PITH_OK); }

static void feed(const char *text) { CHECK_INT(pith_feed(&p, text, strlen(text)), PITH_OK); }

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

int main(void)
{
    test_rows();
    test_resume();
    test_keyword_case();
    test_text_max(0);
    test_text_max(40);
    return check_done("pith");
}
