/* The same program on every target: reads cases from the board's input, prints what the library says.
 *
 * A case is a line "@ NAME OPTIONS" and then its text. An option is a letter and a number, decimal:
 *   L length of the text          c cells of the work area      k config.keep
 *   f config.flags                d config.columns              X Y config.from, to
 *   n w b p r budget's sentences, words, bytes, percent, rows   x y budget.from, to
 *   h bytes in a piece            e 1: feed by pith_scan, print what it finds
 *   m a selection, not printed, after every so many pieces
 *   v move the state to another address after every so many pieces
 *   z after so many bytes print the state in hexadecimal and skip the rest
 *   Z take up such a state, which stands in a line before the text; skip so many bytes of the text
 *   q the rest of the line is a query
 * Out come the line, then
 *   f OFFSET LENGTH SCORE COUNT FLAGS      found by pith_scan
 *   s (the same), its text if it was kept  a chosen sentence
 *   k OFFSET LENGTH SCORE COUNT FLAGS      a keyword
 *   l the members of pith_loss, in order */
#include "board.h"
#include "pith_io.h"

#include <string.h>

enum { DONE = 42 /* exit status */, SHIFT = 4 /* cells a state moves by */, PIECE = 64,
       END = -1, FAILED = -2 };

#define CANARY UINT32_C(0x5AFE57AC)

typedef struct {
    uint32_t of['z' - 'A' + 1];
    char query[40];
    uint8_t query_n;
} options;

static pith states[2];
static pith_cell area[WORK_CELLS + SHIFT + 2];
static pith *state;
static pith_cell *work;
static options opt;

static const pith_sink out = { board_write, 0 };

static uint32_t option(char name)
{
    return opt.of[name - 'A'];
}

static void put(char c)
{
    board_write(0, &c, 1);
}

static void put_number(uint32_t n)
{
    char digits[11];
    uint8_t i = sizeof digits;

    do
        digits[--i] = (char)('0' + n % 10);
    while ((n /= 10) != 0);
    digits[--i] = ' ';
    board_write(0, digits + i, sizeof digits - i);
}

static int take(void)
{
    uint8_t c;

    return board_read(0, &c, 1) == 1 ? c : END;
}

/* Reads a line and echoes it. Returns 1, or END. */
static int read_options(void)
{
    uint32_t *value = 0;
    int c = take(), name = 1;

    if (c == END)
        return END;
    memset(&opt, 0, sizeof opt);
    put((char)c);
    put((char)take());
    for (c = take(); c != '\n' && c != END; c = take()) {
        put((char)c);
        if (name) /* of the case */
            name = c != ' ';
        else if (c >= '0' && c <= '9' && value)
            *value = *value * 10 + (uint32_t)(c - '0');
        else if (c == 'q')
            break;
        else if (c >= 'A' && c <= 'z')
            value = &opt.of[c - 'A'];
    }
    for (; c != '\n' && c != END; c = take()) {
        if (c != 'q' || opt.query_n)
            put((char)c);
        if (opt.query_n < sizeof opt.query)
            opt.query[opt.query_n++] = (char)c;
    }
    put('\n');
    return 1;
}

static void put_item(char kind, const pith_item *item)
{
    put(kind);
    put_number(item->offset);
    put_number(item->length);
    put_number(item->score);
    put_number(item->count);
    put_number(item->flags);
    put('\n');
}

/* The state as text, and back. */
static void put_bytes(const void *bytes, size_t n)
{
    static const char digit[] = "0123456789abcdef";
    const uint8_t *b = bytes;

    for (; n--; b++) {
        put(digit[*b >> 4]);
        put(digit[*b & 15]);
    }
}

static void take_bytes(void *bytes, size_t n)
{
    uint8_t *b = bytes;

    for (; n--; b++) {
        int hi = take(), lo = take();

        *b = (uint8_t)((hi <= '9' ? hi - '0' : hi - 'a' + 10) << 4 | (lo <= '9' ? lo - '0' : lo - 'a' + 10));
    }
}

static void set_canaries(uint32_t value)
{
    work[-1].w = value;
    work[option('c')].w = value;
}

static int canaries_live(void)
{
    return work[-1].w == CANARY && work[option('c')].w == CANARY;
}

/* Another `pith`, another place for the work area, nothing left behind. */
static void move(void)
{
    pith *to = state == states ? states + 1 : states;
    pith_cell *place = work == area + 1 ? work + SHIFT : work - SHIFT;

    set_canaries(0);
    memcpy(to->state, state->state, sizeof to->state);
    memmove(place, work, option('c') * sizeof *work);
    memset(state, 0x55, sizeof *state);
    state = to;
    work = place;
    set_canaries(CANARY);
}

static void configure(pith_config *config)
{
    memset(config, 0, sizeof *config);
    config->model = &pith_en;
    config->keep = (uint8_t)option('k');
    config->flags = (uint8_t)option('f');
    config->columns = (uint16_t)option('d');
    config->from = option('X');
    config->to = option('Y');
}

static void set_budget(pith_budget *budget)
{
    memset(budget, 0, sizeof *budget);
    budget->sentences = (uint16_t)option('n');
    budget->words = option('w');
    budget->bytes = option('b');
    budget->percent = (uint8_t)option('p');
    budget->rows = (uint16_t)option('r');
    budget->from = option('x');
    budget->to = option('y');
}

static int choose(void)
{
    pith_budget budget;
    int r;

    set_budget(&budget);
    while ((r = pith_select(state, &budget)) == PITH_MORE)
        board_check();
    return r;
}

static int scan(const uint8_t *text, size_t n)
{
    pith_item found;
    size_t taken;
    int r;

    while ((r = pith_scan(state, text, n, &taken, &found)) == PITH_MORE) {
        put_item('f', &found);
        text += taken;
        n -= taken;
    }
    return r;
}

/* What some cases do between two pieces. */
static int between(uint32_t pieces)
{
    pith_config config;
    int r = PITH_OK;

    board_check();
    if (option('m') && pieces % option('m') == 0)
        r = choose();
    if (option('v') && pieces % option('v') == 0 && r == PITH_OK) {
        move();
        configure(&config);
        r = pith_resume(state, &config, work, option('c'));
    }
    return r;
}

/* Feeds `left` bytes of the input, or only reads them. */
static int feed(uint32_t left, int skip)
{
    uint8_t piece[PIECE];
    uint32_t most = option('h') ? option('h') : PIECE, pieces = 0;
    int r = PITH_OK;

    while (left && r == PITH_OK) {
        size_t n = left < most ? left : most, got = 0;

        while (got < n) {
            int k = board_read(0, piece + got, n - got);

            if (k <= 0)
                return FAILED;
            got += (size_t)k;
        }
        left -= (uint32_t)n;
        if (skip)
            continue;
        r = option('e') ? scan(piece, n) : pith_feed(state, piece, n);
        if (r == PITH_OK)
            r = between(++pieces);
    }
    return r;
}

static int begin(void)
{
    pith_config config;
    int r;

    configure(&config);
    if (option('Z')) {
        take_bytes(state->state, sizeof state->state);
        take_bytes(work, option('c') * sizeof *work);
        take();
        return pith_resume(state, &config, work, option('c'));
    }
    r = pith_init(state, &config, work, option('c'));
    if (r == PITH_OK && opt.query_n)
        r = pith_query(state, opt.query + 1, (size_t)(opt.query_n - 1));
    return r;
}

static int print_results(void)
{
    uint8_t buf[PIECE];
    pith_item item;
    pith_loss loss;
    uint16_t i;
    int r;

    if ((r = choose()) < 0)
        return r;
    for (i = 0; pith_sentence(state, i, &item) == PITH_OK; i++) {
        put_item('s', &item);
        if (option('k') && (r = pith_io_emit(state, 0, &item, &out, buf, sizeof buf)) < 0)
            return r;
        if (option('k'))
            put('\n');
    }
    for (i = 0; pith_keyword(state, i, &item) == PITH_OK; i++)
        put_item('k', &item);
    if ((r = pith_losses(state, &loss)) < 0)
        return r;
    put('l');
    put_number(loss.bytes);
    put_number(loss.words);
    put_number(loss.sentences);
    put_number(loss.malformed);
    put_number(loss.cut_words);
    put_number(loss.cut);
    put_number(loss.dropped);
    put_number(loss.terms);
    put_number(loss.unkept);
    put('\n');
    return PITH_OK;
}

static int run_case(void)
{
    uint32_t length = option('L'), skip = option('Z');
    int r;

    if (option('c') > WORK_CELLS)
        return FAILED;
    state = states;
    /* a state that is taken up lands where it was not before */
    work = area + 1 + (skip ? SHIFT : 0);
    memset(states, 0xA5, sizeof states);
    memset(area, 0xA5, sizeof area);
    set_canaries(CANARY);
    if ((r = begin()) < 0 || (skip && (r = feed(skip, 1)) < 0))
        return r;
    if (option('z')) {
        if ((r = feed(option('z'), 0)) < 0)
            return r;
        put_bytes(state->state, sizeof state->state);
        put_bytes(work, option('c') * sizeof *work);
        put('\n');
        return feed(length - option('z'), 1);
    }
    if ((r = feed(length - skip, 0)) < 0)
        return r;
    if (option('e'))
        r = pith_end(state) == PITH_OK ? scan(0, 0) : FAILED;
    else
        r = pith_end(state);
    if (r == PITH_OK)
        r = print_results();
    return r == PITH_OK && !canaries_live() ? FAILED : r;
}

int main(void)
{
    int r = PITH_OK;

    while (r == PITH_OK && read_options() != END)
        r = run_case();
    if (r != PITH_OK) {
        put('!');
        put_number((uint32_t)-r);
        put('\n');
        return 1;
    }
    put('#');
    put_number((uint32_t)board_stack_used());
    put_number((uint32_t)board_stack_size());
    put('\n');
    return DONE;
}
