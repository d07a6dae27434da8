package store

import (
	"bufio"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Every journal of ours begins with its kind, and the form of its blocks.
const (
	journalKind = "shuttle journal "
	journalMark = journalKind + "3 "
)

// Journal is a file that blocks of work are added to, one after the other, each
// with its checksum. A program that is killed at any instant leaves the blocks it
// had added; half a block is cut off when the journal is opened again, as is all that
// stands behind a block that was changed.
type Journal struct {
	file  *os.File
	spans []span
	cut   int64
}

// span is where the bytes of a block lie.
type span struct{ from, size int64 }

// ErrOtherWork is what opening a journal of other work ends with.
var ErrOtherWork = errors.New("holds other work")

// OpenJournal opens a journal for adding, or begins one. Work names what it is of,
// in one line; a journal of other work is refused and left as it is.
func OpenJournal(name, work string) (*Journal, error) {
	file, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, named(name, err)
	}
	j := &Journal{file: file}
	end, err := j.scan(file, work)
	if err == nil && end == 0 {
		head := journalMark + work + "\n"
		end = int64(len(head))
		_, err = file.WriteAt([]byte(head), 0)
	}
	if err == nil {
		j.cut, err = cut(file, end)
	}
	if err != nil {
		return nil, errors.Join(named(name, err), file.Close())
	}
	return j, nil
}

// cut cuts a file off at an end, and tells how many bytes stood behind it.
func cut(file *os.File, end int64) (int64, error) {
	info, err := file.Stat()
	if err != nil {
		return 0, err
	}
	return max(0, info.Size()-end), file.Truncate(end)
}

// Cut is how many bytes were cut off when the journal was opened: they were not, or no
// longer, whole blocks.
func (j *Journal) Cut() int64 { return j.cut }

// ReadJournal reads a journal that a result holds: what it is of, and its blocks.
// Half a block at its end is an error here, as nobody will add the rest.
func ReadJournal(file *io.SectionReader) (work string, blocks []*io.SectionReader, err error) {
	head, err := bufio.NewReader(io.NewSectionReader(file, 0, file.Size())).ReadString('\n')
	work, ok := strings.CutPrefix(strings.TrimSuffix(head, "\n"), journalMark)
	if err != nil || !ok {
		return "", nil, errors.New("is no journal")
	}
	j := &Journal{}
	end, err := j.scan(file, work)
	if err != nil {
		return "", nil, err
	}
	if end != file.Size() {
		return "", nil, fmt.Errorf("truncated or changed after %d blocks", len(j.spans))
	}
	for _, s := range j.spans {
		blocks = append(blocks, io.NewSectionReader(file, s.from, s.size))
	}
	return work, blocks, nil
}

// JournalWork reads what a journal is of.
func JournalWork(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", named(name, err)
	}
	head, err := bufio.NewReader(file).ReadString('\n')
	work, ok := strings.CutPrefix(strings.TrimSuffix(head, "\n"), journalMark)
	if err = errors.Join(err, file.Close()); err == nil && !ok {
		err = ErrOtherWork
	}
	return work, named(name, err)
}

// scan finds the blocks and returns where the last whole one ends: 0 when not even
// the first line is whole.
func (j *Journal) scan(from io.ReaderAt, work string) (int64, error) {
	r := bufio.NewReaderSize(io.NewSectionReader(from, 0, 1<<62), 64<<10)
	head, err := r.ReadString('\n')
	want := journalMark + work + "\n"
	switch {
	case err != nil && !errors.Is(err, io.EOF):
		return 0, err
	case head != want && (err == nil || !strings.HasPrefix(want, head)):
		return 0, ErrOtherWork
	case err != nil:
		return 0, nil
	}
	end := int64(len(head))
	for {
		size, ok, err := j.block(r)
		if err != nil || !ok {
			return end, err
		}
		line := int64(len(blockLine(len(j.spans), size, 0)))
		j.spans = append(j.spans, span{end + line, size})
		end += line + size
	}
}

// block reads one block; false where it is not whole.
func (j *Journal) block(r *bufio.Reader) (size int64, ok bool, err error) {
	line, err := r.ReadString('\n')
	if err != nil {
		return 0, false, whole(err)
	}
	var number int
	var sum uint32
	if _, err := fmt.Sscanf(line, "block %d %d %x\n", &number, &size, &sum); err != nil || number != len(j.spans) || size < 0 {
		return 0, false, nil
	}
	if line != blockLine(number, size, sum) {
		return 0, false, nil
	}
	check := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	if _, err := io.CopyN(check, r, size); err != nil {
		return 0, false, whole(err)
	}
	return size, check.Sum32() == sum, nil
}

// whole passes errors on, but not that of a file that ends too soon.
func whole(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return nil
	}
	return err
}

// Len is how many whole blocks there are.
func (j *Journal) Len() int { return len(j.spans) }

// Block returns a reader of a block, from 0.
func (j *Journal) Block(i int) *io.SectionReader {
	return io.NewSectionReader(j.file, j.spans[i].from, j.spans[i].size)
}

// Add adds a block in one write.
func (j *Journal) Add(block []byte) error {
	sum := crc32.Checksum(block, crc32.MakeTable(crc32.Castagnoli))
	line := blockLine(len(j.spans), int64(len(block)), sum)
	from, err := j.file.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	if _, err := j.file.Write(append([]byte(line), block...)); err != nil {
		return errors.Join(named("journal", err), j.file.Truncate(from))
	}
	j.spans = append(j.spans, span{from + int64(len(line)), int64(len(block))})
	return nil
}

// blockLine begins a block.
func blockLine(number int, size int64, sum uint32) string {
	return fmt.Sprintf("block %d %d %08x\n", number, size, sum)
}

// WriteTo copies the journal.
func (j *Journal) WriteTo(w io.Writer) (int64, error) {
	info, err := j.file.Stat()
	if err != nil {
		return 0, err
	}
	return io.Copy(w, io.NewSectionReader(j.file, 0, info.Size()))
}

// Close closes the file and keeps it.
func (j *Journal) Close() error { return j.file.Close() }

// RemoveJournal removes a journal, if there is one, of whatever work. A file that is
// no journal is refused and left as it is.
func RemoveJournal(name string) error {
	file, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return named(name, err)
	}
	head, err := io.ReadAll(io.LimitReader(file, int64(len(journalKind))))
	if err = errors.Join(err, file.Close()); err != nil {
		return named(name, err)
	}
	if !strings.HasPrefix(journalKind, string(head)) {
		return fmt.Errorf("%s: %w", name, ErrOtherWork)
	}
	return named(name, os.Remove(name))
}
