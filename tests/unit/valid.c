/* A cutter's state, looked through: what a cutter can have come to is taken, up to each limit; one step beyond it is a lie. */
#include "valid.h"

#include "check.h"
#include "pith.h"
#include "token.h"

static pi_cutter c;

/* Reads a text and stays where it ends. */
static void read_text(const char *s)
{
    const uint8_t *at = (const uint8_t *)s, *end = at + strlen(s);

    pi_cut_init(&c, 0);
    do
        at = pi_cut_next(&c, at, end);
    while (at < end);
}

static uint32_t sign(uint8_t bytes) { return pi_cut_entry('\'', PI_UC_APOS, bytes); }

/* Two letters of a word, and an apostrophe that waits for the next; bytes enough for whatever is claimed. */
static void read_it(void)
{
    read_text("it'");
    CHECK(c.mode == PI_CUT_WORDS && c.pending == 1 && c.queued == 0 && c.tok.length == 2 && c.offset == 3);
    c.offset = 100;
}

#define CLAIM(claim, want) \
    do { \
        read_it(); \
        claim; \
        check_int(pi_valid_cutter(&c), want, #claim, __FILE__, __LINE__); \
    } while (0)
#define HOLDS(claim) CLAIM(claim, 1)
#define LIES(claim) CLAIM(claim, 0)

/* Whatever is read leaves a state that holds. */
static void texts(void)
{
    static const char *const text[] = { "", " ", "a", "it'", "U.S", "a.b.", "end. ", "end.\n", "x.org/a...", "a@", "3.", "-- ", "\xE6\xBC\xA2",
                                        "\xE2", "\xE2\x80", "a\xF0\x9F\x98", "http://x.y/?", "(\"'", "a'\xE2\x80" };
    size_t i;

    for (i = 0; i < sizeof text / sizeof *text; i++) {
        read_text(text[i]);
        check_at(pi_valid_cutter(&c), text[i], __FILE__, __LINE__);
    }
}

static void entries(void)
{
    HOLDS(c.queue[0] = pi_cut_entry('\'', PI_UC_DASH, 1));
    LIES(c.queue[0] = pi_cut_entry('\'', PI_UC_DASH + 1, 1));
    LIES(c.queue[0] = sign(0));
    HOLDS(c.queue[0] = sign(4));
    LIES(c.queue[0] = sign(5));
    HOLDS(c.queue[0] = pi_cut_entry(0x10FFFF, PI_UC_APOS, 4));
    LIES(c.queue[0] = pi_cut_entry(0x110000, PI_UC_APOS, 4));
}

/* How many wait: two in a word, three in the path of a link, none elsewhere. What waits, and what is read ahead behind it, is
 * looked at; what was read of it already is not. */
static void queues(void)
{
    HOLDS((c.pending = 2, c.queue[1] = sign(1)));
    LIES((c.pending = 2, c.queue[1] = sign(0)));
    LIES((c.pending = 3, c.queue[1] = c.queue[2] = sign(1)));
    HOLDS((c.mode = PI_CUT_PATH, c.pending = 3, c.queue[1] = c.queue[2] = sign(1)));
    LIES((c.mode = PI_CUT_PATH, c.pending = 4, c.queue[1] = c.queue[2] = c.queue[3] = sign(1)));
    LIES(c.mode = PI_CUT_GAP);
    LIES(c.mode = PI_CUT_IDEO);
    LIES(c.mode = PI_CUT_SIGNS);
    HOLDS((c.mode = PI_CUT_GAP, c.pending = 0));
    HOLDS((c.mode = PI_CUT_SIGNS, c.pending = 0));
    LIES((c.mode = PI_CUT_SIGNS + 1, c.pending = 0));
    HOLDS(c.resume = PI_CUT_SIGNS);
    LIES(c.resume = PI_CUT_SIGNS + 1);
    HOLDS(c.tok.n = PI_WORD_KEPT);
    LIES(c.tok.n = PI_WORD_KEPT + 1);

    LIES(c.next = 1); /* nothing is queued */
    HOLDS((c.queued = 2, c.next = 1, c.queue[1] = sign(1)));
    LIES((c.queued = 2, c.next = 1, c.queue[1] = sign(0)));
    LIES((c.queued = 2, c.next = 0, c.queue[1] = sign(1)));
    LIES((c.queued = 2, c.next = 2, c.queue[1] = sign(1)));
    HOLDS((c.queued = 3, c.next = 2, c.queue[1] = 0, c.queue[2] = sign(1)));
    LIES((c.queued = 3, c.next = 2, c.queue[0] = 0, c.queue[2] = sign(1)));
    LIES((c.queued = 3, c.next = 2, c.queue[2] = 0));
    HOLDS((c.queued = 4, c.next = 3, c.queue[3] = sign(1)));
    LIES((c.queued = 5, c.next = 4, c.utf8.cp = sign(1))); /* a fifth entry would be where the decoder is */
}

static void decode(uint8_t length, uint8_t need, uint32_t cp)
{
    c.utf8.length = length;
    c.utf8.need = need;
    c.utf8.cp = cp;
}

/* A code point of up to four bytes that is not complete, and what its first bits may be. */
static void decoders(void)
{
    LIES(decode(0, 1, 2));
    HOLDS(decode(1, 1, 2));
    HOLDS(decode(1, 3, 4));
    LIES(decode(0, 4, 0));
    LIES(decode(1, 4, 0));
    HOLDS(decode(2, 2, 0x10F));
    LIES(decode(2, 2, 0x110));
    LIES(decode(2, 3, 0));
    HOLDS(decode(3, 1, 0x43FF));
    LIES(decode(3, 1, 0x4400));
    LIES(decode(4, 1, 0));
    HOLDS(decode(4, 0, 0x10FFFF)); /* complete: what is left of it does not count */
}

/* What is read but belongs to no complete token lies between the last one and the bytes to come. */
static void offsets(void)
{
    HOLDS(c.offset = 3);
    LIES(c.offset = 2);
    HOLDS((c.queue[0] = sign(3), c.offset = 5));
    LIES((c.queue[0] = sign(3), c.offset = 4));
    HOLDS((decode(2, 1, 9), c.offset = 5));
    LIES((decode(2, 1, 9), c.offset = 4));
    HOLDS((c.stop = ' ', c.offset = 5));
    LIES((c.stop = ' ', c.offset = 4));
    HOLDS((c.mode = PI_CUT_GAP, c.pending = 0, c.at = 100));
    LIES((c.mode = PI_CUT_GAP, c.pending = 0, c.at = 101));
    LIES(c.tok.offset = 101);
    HOLDS(c.offset = PITH_TEXT_MAX);
    LIES(c.offset = PITH_TEXT_MAX + 1);
}

int main(void)
{
    texts();
    entries();
    queues();
    decoders();
    offsets();
    return check_done("valid");
}
