/* simrun [-s SYMBOLS -o REPORT] MCU FILE.elf: runs an AVR program, cycle-accurate and repeatable.
 *
 * Standard input, then EOT twice, goes to USART0, which puts out on standard output. The program ends as
 * uart.c says: EOT, two digits, newline; they become the exit status. The report is that of profile.h, in
 * cycles. A stack that grows into the data without a word from the program is status 98. */
#define _POSIX_C_SOURCE 200809L
#include "profile.h"

#include <unistd.h>

#include <avr_uart.h>
#include <sim_avr.h>
#include <sim_elf.h>

enum { EOT = 4, OVERFLOWED = 98, FAULT = 99, TIMED_OUT = 124, USAGE = 125, CRASHED = 126 };

#define MOST_INSTRUCTIONS UINT64_C(4000000000)

static char text[1 << 22];
static size_t text_n, text_at;
static int may_send = 1;
static char tail[5]; /* the last bytes that came out; the first one is not printed yet */
static int tail_n, status = -1;

static void on_output(avr_irq_t *irq, uint32_t value, void *data)
{
    (void)irq;
    (void)data;
    if (tail_n == 5) {
        putchar(tail[0]);
        memmove(tail, tail + 1, 4);
        tail_n = 4;
    }
    tail[tail_n++] = (char)value;
    if (tail_n == 5 && tail[0] == '\n' && tail[1] == EOT && tail[4] == '\n') {
        status = (tail[2] - '0') * 10 + (tail[3] - '0');
        tail_n = 0;
    }
}

static void on_ready(avr_irq_t *irq, uint32_t value, void *data)
{
    (void)irq;
    (void)data;
    if (value)
        may_send = 1;
}

static void on_full(avr_irq_t *irq, uint32_t value, void *data)
{
    (void)irq;
    (void)data;
    if (value)
        may_send = 0;
}

static void quiet(avr_t *avr, const int level, const char *format, va_list args)
{
    (void)avr;
    if (level <= LOG_ERROR)
        vfprintf(stderr, format, args);
}

static avr_t *load(const char *mcu, const char *file, uint32_t *bss_high)
{
    static elf_firmware_t fw;
    avr_t *avr;
    uint32_t no_flags = 0, i;

    avr_global_logger_set(quiet);
    if (elf_read_firmware(file, &fw) || !(avr = avr_make_mcu_by_name(mcu)))
        return NULL;
    avr_init(avr);
    fw.frequency = 16000000;
    avr_load_firmware(avr, &fw);
    avr->frequency = fw.frequency;
    avr->run_cycle_limit = 1; /* one instruction a call of avr_run */
    for (i = 0; i < fw.symbolcount; i++)
        if (strcmp(fw.symbol[i]->symbol, "bss_high") == 0)
            *bss_high = fw.symbol[i]->addr & 0xffff;
    avr_ioctl(avr, AVR_IOCTL_UART_SET_FLAGS('0'), &no_flags);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUTPUT), on_output, NULL);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XON), on_ready, NULL);
    avr_irq_register_notify(avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_OUT_XOFF), on_full, NULL);
    return avr;
}

static unsigned stack_pointer(const avr_t *avr)
{
    return (unsigned)(avr->data[R_SPL] | avr->data[R_SPH] << 8);
}

/* Return address on top of the stack: a word address, big-endian, 2 or 3 bytes. */
static uint64_t return_address(const avr_t *avr)
{
    unsigned sp = stack_pointer(avr), i;
    uint64_t at = 0;

    for (i = 1; i <= (unsigned)avr->address_size; i++)
        at = at << 8 | avr->data[sp + i];
    return at * 2;
}

static int simulate(avr_t *avr, uint32_t bss_high, prof_func **func_at)
{
    avr_irq_t *input = avr_io_getirq(avr, AVR_IOCTL_UART_GETIRQ('0'), UART_IRQ_INPUT);
    uint64_t n;
    int started = 0, below = 0, overflowed = 0;

    for (n = 0; n < MOST_INSTRUCTIONS && status < 0; n++) {
        prof_func *f = func_at ? func_at[avr->pc / 2] : NULL;
        uint64_t cycle = avr->cycle;
        int state;

        if (f) {
            prof_at(avr->pc);
            if (f->start == avr->pc && prof_is_api(f))
                prof_enter(f, return_address(avr));
        }
        state = avr_run(avr);
        prof_total += avr->cycle - cycle;
        if (f)
            f->own += avr->cycle - cycle;
        if (state == cpu_Done || state == cpu_Crashed)
            return CRASHED;
        if (!started)
            started = avr->data[0xC1] & 0x10; /* the receiver is on: start-up is over */
        /* the two halves of the pointer are written by two instructions, with a third between them */
        below = started && stack_pointer(avr) < bss_high ? below + 1 : 0;
        overflowed |= below > 4;
        if (started && may_send && text_at < text_n)
            avr_raise_irq(input, (uint8_t)text[text_at++]);
    }
    if (overflowed && status != FAULT)
        return OVERFLOWED;
    return status < 0 ? TIMED_OUT : status;
}

int main(int argc, char **argv)
{
    const char *symbols = NULL, *report = NULL;
    prof_func **func_at = NULL;
    uint32_t bss_high = 0, pc;
    avr_t *avr;
    FILE *f;
    int opt, i;

    while ((opt = getopt(argc, argv, "s:o:")) != -1) {
        if (opt == 's')
            symbols = optarg;
        else if (opt == 'o')
            report = optarg;
        else
            return USAGE;
    }
    if (argc - optind != 2 || (symbols && prof_load(symbols) < 0))
        return USAGE;
    avr = load(argv[optind], argv[optind + 1], &bss_high);
    if (!avr)
        return USAGE;
    if (symbols) {
        func_at = calloc(avr->flashend / 2 + 1, sizeof *func_at);
        for (pc = 0; func_at && pc < avr->flashend; pc += 2)
            func_at[pc / 2] = prof_find(pc);
    }
    text_n = fread(text, 1, sizeof text - 2, stdin);
    text[text_n++] = EOT;
    text[text_n++] = EOT;

    opt = simulate(avr, bss_high, func_at);
    for (i = 0; i < tail_n; i++)
        putchar(tail[i]);
    fflush(stdout);
    if (report && (f = fopen(report, "w"))) {
        prof_report(f);
        fclose(f);
    }
    return opt;
}
