/* Names, quantities and entities, the same on every target: reads cases from the board's input, prints what the library
 * says.
 *
 * A case is a line "@ NAME OPTIONS" and then its text. An option is a letter and a number, decimal:
 *   L length of the text          c cells of the work area      h bytes in a piece
 *   e config.entities             g config.letters              q 1: quantities, too
 *   v move the state to another address after every so many pieces
 * Out come the line, then
 *   n OFFSET LENGTH KIND WORDS ENTITY FLAGS   found, of a quantity behind it the value
 *   e FIRST LAST KIND COUNT SALIENCE FORMS    an entity, behind it its letters or value
 *   l bytes, words, sentences, entities lost */
#include "board.h"
#include "pith_io.h"

#include <string.h>

enum { CELLS = 2048 /* beside the states and the stack in 16 KB of RAM */, DONE = 42 /* exit status */, SHIFT = 4 /* cells a state moves by */, PIECE = 64, END = -1, FAILED = -2 };

#define CANARY UINT32_C(0x5AFE57AC)

static pith_names states[2];
static pith_cell area[CELLS + SHIFT + 2];
static pith_names *state;
static pith_cell *work;
static uint32_t of['z' - 'A' + 1];

static uint32_t option(char name) { return of[name - 'A']; }

static void put(char c) { board_write(0, &c, 1); }

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

static void put_text(const uint8_t *text, int n)
{
    if (n <= 0)
        return;
    put(' ');
    board_write(0, text, (size_t)n);
}

static int read_byte(void)
{
    uint8_t c;

    return board_read(0, &c, 1) == 1 ? c : END;
}

/* Reads a line and echoes it. Returns 1, or END. */
static int read_options(void)
{
    uint32_t *value = 0;
    int c = read_byte(), fields = 0;

    if (c == END)
        return END;
    memset(of, 0, sizeof of);
    for (; c != '\n' && c != END; c = read_byte()) {
        put((char)c);
        if (c == ' ')
            fields++;
        else if (c >= '0' && c <= '9' && value)
            *value = *value * 10 + (uint32_t)(c - '0');
        else if (fields > 1 && c >= 'A' && c <= 'z')
            value = &of[c - 'A'];
    }
    put('\n');
    return 1;
}

static void configure(pith_names_config *config)
{
    memset(config, 0, sizeof *config);
    config->model = &pith_en;
    config->names = &pith_en_names_small;
    config->entities = (uint8_t)option('e');
    config->letters = (uint8_t)option('g');
    config->quantities = option('q') ? &pith_en_quantities : 0;
}

static void set_canaries(uint32_t value)
{
    work[-1].w = value;
    work[option('c')].w = value;
}

/* Another `pith_names`, another place for the work area, nothing left behind. */
static int move(void)
{
    pith_names *to = state == states ? states + 1 : states;
    pith_cell *place = work == area + 1 ? work + SHIFT : work - SHIFT;
    pith_names_config config;

    set_canaries(0);
    memcpy(to->state, state->state, sizeof to->state);
    memmove(place, work, option('c') * sizeof *work);
    memset(state, 0x55, sizeof *state);
    state = to;
    work = place;
    set_canaries(CANARY);
    configure(&config);
    return pith_names_resume(state, &config, work, option('c'));
}

static int print_found(const pith_item *found)
{
    uint8_t value[PITH_VALUE_MAX];
    int n = pith_names_value(state, value, sizeof value);

    put('n');
    put_number(found->offset);
    put_number(found->length);
    put_number(found->kind);
    put_number(found->count);
    put_number(found->score);
    put_number(found->flags);
    put_text(value, n);
    put('\n');
    return n < 0 ? n : PITH_OK;
}

static int scan(const uint8_t *text, size_t n)
{
    pith_item found;
    size_t taken;
    int r;

    while ((r = pith_names_scan(state, text, n, &taken, &found)) == PITH_MORE) {
        if ((r = print_found(&found)) != PITH_OK)
            return r;
        text += text ? taken : 0;
        n -= taken;
    }
    return r;
}

static int feed(uint32_t left)
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
        board_check();
        r = scan(piece, n);
        if (r == PITH_OK && option('v') && ++pieces % option('v') == 0)
            r = move();
    }
    return r;
}

static int print_entities(void)
{
    uint8_t text[64 /* of config.letters, and PITH_VALUE_MAX */];
    pith_entity e;
    uint16_t i;
    int n;

    for (i = 0; pith_names_entity(state, i, &e) == PITH_OK; i++) {
        put('e');
        put_number(e.first);
        put_number(e.last);
        put_number(e.kind);
        put_number(e.count);
        put_number(e.salience);
        put_number(e.forms);
        n = e.kind >= PITH_DATE ? pith_names_entity_value(state, i, text, sizeof text)
            : option('g')       ? pith_names_letters(state, i, 0, text, sizeof text)
                                : 0;
        if (n < 0)
            return n;
        put_text(text, n);
        put('\n');
    }
    return PITH_OK;
}

static int print_losses(void)
{
    pith_loss loss;
    int r = pith_names_losses(state, &loss);

    if (r != PITH_OK)
        return r;
    put('l');
    put_number(loss.bytes);
    put_number(loss.words);
    put_number(loss.sentences);
    put_number(loss.terms);
    put('\n');
    return PITH_OK;
}

static int run_case(void)
{
    pith_names_config config;
    int r;

    if (option('c') > CELLS)
        return FAILED;
    state = states;
    work = area + 1;
    memset(states, 0xA5, sizeof states);
    memset(area, 0xA5, sizeof area);
    set_canaries(CANARY);
    configure(&config);
    if ((r = pith_names_init(state, &config, work, option('c'))) != PITH_OK || (r = feed(option('L'))) != PITH_OK
        || (r = pith_names_end(state)) != PITH_OK || (r = scan(0, 0)) != PITH_OK || (r = print_entities()) != PITH_OK
        || (r = print_losses()) != PITH_OK)
        return r;
    return work[-1].w == CANARY && work[option('c')].w == CANARY ? PITH_OK : FAILED;
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
