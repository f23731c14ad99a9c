package store

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dogovor/data"
)

// keystrokes are what stands in the field after each key of somebody who looks for these.
func keystrokes() (out []string) {
	for _, typed := range []string{
		"djordje primer", "Ђорђе Пример бунар", "svetlana", "marko jovan voda", "vesna žika pr", "cedomir", "čedomir", "mraković", "svetalna", "ljubica primer",
		"prašina put", "вода пут", "miniranje kuća škola", "laboratorija", "inspekcija", "bunar selo 12", "zahtev odgovor rezultat", "obećali", "dom reka",
		"E-25-BOR1-0412", "e 25 bor1 77", "1234", "selo 7", "尾矿", "水井 粉尘", "示例", "zzzzz", "predsednik",
	} {
		runes := []rune(typed)
		for i := range runes {
			out = append(out, string(runes[:i+1]))
		}
	}
	return out
}

// BenchmarkQuickFind types in the quick find and reports how long each key takes: half of them at most p50, all but a twentieth at most p95;
// cpu-p95 is the time of the processor alone, without waiting for it while others work.
// DOGOVOR_BENCH_DB names a database to take instead of the ones made here.
func BenchmarkQuickFind(b *testing.B) {
	run := func(b *testing.B, s *Store) {
		keys := keystrokes()
		var all, first, cpu []float64
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		slowest := map[string]float64{}
		for b.Loop() {
			for _, k := range keys {
				begin, worked := time.Now(), cpuTime()
				_, err := s.Search(ctx, data.Search{Text: k}, 20)
				must(b, err)
				ms := float64(time.Since(begin).Microseconds()) / 1000
				all = append(all, ms)
				cpu = append(cpu, float64((cpuTime()-worked).Microseconds())/1000)
				if len([]rune(k)) <= 2 {
					first = append(first, ms)
				}
				slowest[k] = max(slowest[k], ms)
			}
		}
		slices.Sort(all)
		slices.Sort(first)
		slices.Sort(cpu)
		b.ReportMetric(all[len(all)/2], "p50-ms")
		b.ReportMetric(all[len(all)*95/100], "p95-ms")
		b.ReportMetric(all[len(all)-1], "max-ms")
		b.ReportMetric(first[len(first)*95/100], "p95-first-two-ms")
		b.ReportMetric(cpu[len(cpu)*95/100], "cpu-p95-ms")
		b.ReportMetric(0, "ns/op")
		slices.SortFunc(keys, func(x, y string) int { return int(1000 * (slowest[y] - slowest[x])) })
		var worst []string
		for _, k := range keys[:8] {
			worst = append(worst, fmt.Sprintf("%q %.1f", k, slowest[k]))
		}
		b.Log("slowest:", strings.Join(worst, ", "))
	}
	if path := os.Getenv("DOGOVOR_BENCH_DB"); path != "" {
		s := reopen(b, path, options())
		run(b, s)
		return
	}
	eachSize(b, run)
}
