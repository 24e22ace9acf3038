/* A TCG plugin for QEMU 7.2 and later: instructions by function and by call of the API.
 *   -plugin icount.so,symbols=FILE,out=FILE      FILE as `nm -n` prints it
 *
 * A translated block runs from its first to its last instruction, and a call is always the last, so
 * counting whole blocks is exact. The declarations below are those of the documented plugin interface,
 * version 1, for which Debian ships no header. */
#include "profile.h"

#include <stdbool.h>

typedef uint64_t qemu_plugin_id_t;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
typedef struct qemu_info_t qemu_info_t;
enum qemu_plugin_cb_flags { QEMU_PLUGIN_CB_NO_REGS };

void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t, void (*)(qemu_plugin_id_t, struct qemu_plugin_tb *));
void qemu_plugin_register_vcpu_tb_exec_cb(struct qemu_plugin_tb *, void (*)(unsigned, void *),
                                          enum qemu_plugin_cb_flags, void *);
void qemu_plugin_register_atexit_cb(qemu_plugin_id_t, void (*)(qemu_plugin_id_t, void *), void *);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *);
uint64_t qemu_plugin_tb_vaddr(const struct qemu_plugin_tb *);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *, size_t);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *);
size_t qemu_plugin_insn_size(const struct qemu_plugin_insn *);

#define EXPORT __attribute__((visibility("default")))
EXPORT int qemu_plugin_version = 1;

typedef struct {
    uint64_t start, end;
    uint64_t n;
    prof_func *func;
} block;

static const char *out;
static uint64_t last_end; /* of the block that ran before: where a call returns to */

static void on_block(unsigned cpu, void *data)
{
    const block *b = data;

    (void)cpu;
    prof_at(b->start);
    if (b->func && b->func->start == b->start && prof_is_api(b->func))
        prof_enter(b->func, last_end);
    prof_total += b->n;
    if (b->func)
        b->func->own += b->n;
    last_end = b->end;
}

static void on_translate(qemu_plugin_id_t id, struct qemu_plugin_tb *tb)
{
    size_t n = qemu_plugin_tb_n_insns(tb);
    struct qemu_plugin_insn *last = qemu_plugin_tb_get_insn(tb, n - 1);
    block *b = malloc(sizeof *b); /* lives as long as the emulator */

    (void)id;
    if (!b)
        abort();
    b->start = qemu_plugin_tb_vaddr(tb);
    b->end = qemu_plugin_insn_vaddr(last) + qemu_plugin_insn_size(last);
    b->n = n;
    b->func = prof_find(b->start);
    qemu_plugin_register_vcpu_tb_exec_cb(tb, on_block, QEMU_PLUGIN_CB_NO_REGS, b);
}

static void on_exit_report(qemu_plugin_id_t id, void *data)
{
    FILE *f = out ? fopen(out, "w") : stderr;

    (void)id;
    (void)data;
    if (f)
        prof_report(f);
    if (f && out)
        fclose(f);
}

EXPORT int qemu_plugin_install(qemu_plugin_id_t id, const qemu_info_t *info, int argc, char **argv)
{
    int i;

    (void)info;
    for (i = 0; i < argc; i++) {
        if (strncmp(argv[i], "symbols=", 8) == 0) {
            if (prof_load(argv[i] + 8) < 0)
                return -1;
        } else if (strncmp(argv[i], "out=", 4) == 0) {
            out = strdup(argv[i] + 4);
        } else {
            return -1;
        }
    }
    qemu_plugin_register_vcpu_tb_trans_cb(id, on_translate);
    qemu_plugin_register_atexit_cb(id, on_exit_report, NULL);
    return 0;
}
