// tlogcheck verifies a traffic log with the Go team's sumdb/note and sumdb/tlog: what our own verifier says, somebody else's
// code says too. It reads the segments as docs/reference/traffic-log-format.md describes them.
//
// Usage: tlogcheck LOG PROOFS. PROOFS holds good/*.tlog-proof, good/*.consistency, bad/*.tlog-proof and bad/*.consistency;
// the good ones must be accepted and the bad ones refused. Exit code 0 when all that is so.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const header = 36

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "tlogcheck:", err)
		os.Exit(1)
	}
}

func read(path ...string) []byte {
	data, err := os.ReadFile(filepath.Join(path...))
	must(err)
	return data
}

// checkpoint opens a signed note and reads the three lines of a C2SP checkpoint.
func checkpoint(data []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(data, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("no checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

// tiles reads the tiles of the folder; the C2SP layout leaves the height out of the path.
type tiles struct{ folder string }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// beginning reads the index of the first record that is kept, from the file that a pruned log has.
func beginning(folder string) int64 {
	data, err := os.ReadFile(filepath.Join(folder, "pruned"))
	if os.IsNotExist(err) {
		return 0
	}
	must(err)
	first, err := strconv.ParseInt(strings.SplitN(string(data), " ", 2)[0], 10, 64)
	must(err)
	return first
}

// records reads the public part of every record of every segment from the first one that is kept on.
func records(folder string, first int64) [][]byte {
	segments, err := filepath.Glob(filepath.Join(folder, "seg", "*.seg"))
	must(err)
	sort.Strings(segments)
	var all [][]byte
	for _, segment := range segments {
		name := strings.TrimSuffix(filepath.Base(segment), ".seg")
		begins, err := strconv.ParseInt(name, 10, 64)
		must(err)
		if begins < first {
			continue
		}
		if begins != first+int64(len(all)) {
			must(fmt.Errorf("segment %s, expected record %d", name, first+int64(len(all))))
		}
		data := read(segment)
		for len(data) > 0 {
			count := binary.BigEndian.Uint32(data[24:])
			length := binary.BigEndian.Uint32(data[28:])
			payload := data[header : header+length]
			for i := uint32(0); i < count; i++ {
				var parts [2][]byte
				for p := range parts {
					n := binary.BigEndian.Uint32(payload)
					parts[p], payload = payload[4:4+n], payload[4+n:]
				}
				all = append(all, parts[0])
			}
			data = data[header+length+4:]
		}
	}
	return all
}

func hashes(lines []string) ([]tlog.Hash, error) {
	var all []tlog.Hash
	for _, line := range lines {
		data, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil || len(data) != tlog.HashSize {
			return nil, fmt.Errorf("no hash: %q", line)
		}
		var hash tlog.Hash
		copy(hash[:], data)
		all = append(all, hash)
	}
	return all, nil
}

// inclusion checks a c2sp.org/tlog-proof@v1.
func inclusion(text string, verifier note.Verifier, first int64, recorded [][]byte) error {
	parts := strings.SplitN(text, "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return fmt.Errorf("no proof")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil || index < first || index >= first+int64(len(recorded)) {
		return fmt.Errorf("no index")
	}
	path, err := hashes(lines[2:])
	if err != nil {
		return err
	}
	tree, err := checkpoint([]byte(parts[1]), verifier)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(recorded[index-first]))
}

// consistency checks a text of: size, root, hashes, an empty line, the later checkpoint.
func consistency(text string, verifier note.Verifier) error {
	parts := strings.SplitN(text, "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 2 {
		return fmt.Errorf("no proof")
	}
	size, err := strconv.ParseInt(lines[0], 10, 64)
	if err != nil {
		return err
	}
	all, err := hashes(lines[1:])
	if err != nil {
		return err
	}
	tree, err := checkpoint([]byte(parts[1]), verifier)
	if err != nil {
		return err
	}
	return tlog.CheckTree(all[1:], tree.N, tree.Hash, size, all[0])
}

func main() {
	folder, proofs := os.Args[1], os.Args[2]
	verifier, err := note.NewVerifier(strings.TrimSpace(string(read(folder, "vkey"))))
	must(err)
	tree, err := checkpoint(read(folder, "checkpoint"), verifier)
	must(err)
	first := beginning(folder)
	recorded := records(folder, first)
	if first+int64(len(recorded)) != tree.N {
		must(fmt.Errorf("found %d records from %d, %d are signed for", len(recorded), first, tree.N))
	}
	// The reader checks every tile that it takes against the signed root.
	reader := tlog.TileHashReader(tree, tiles{folder})
	for i, record := range recorded {
		stored, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, first+int64(i))})
		must(err)
		if stored[0] != tlog.RecordHash(record) {
			must(fmt.Errorf("record %d is not the one in the tiles", first+int64(i)))
		}
	}
	counts := map[string]int{}
	for _, kind := range []string{"tlog-proof", "consistency"} {
		for _, want := range []string{"good", "bad"} {
			files, err := filepath.Glob(filepath.Join(proofs, want, "*."+kind))
			must(err)
			for _, file := range files {
				text := string(read(file))
				var refused error
				if kind == "consistency" {
					refused = consistency(text, verifier)
				} else {
					refused = inclusion(text, verifier, first, recorded)
				}
				if (refused == nil) != (want == "good") {
					must(fmt.Errorf("%s: %v", file, refused))
				}
				counts[want+" "+kind]++
			}
		}
	}
	fmt.Printf("%d records; %d proofs accepted, %d refused; %d consistency proofs accepted, %d refused\n",
		len(recorded), counts["good tlog-proof"], counts["bad tlog-proof"], counts["good consistency"], counts["bad consistency"])
}
