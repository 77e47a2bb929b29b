// Command klantreis keeps customer journeys: the map, the evidence and what customers did.
// Each subcommand has a file of its own; what they share is here.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"klantreis/internal/fault"
)

// version is set when the program is built.
var version = "dev"

// Exit statuses, fixed for scripts.
const (
	exitDone  = 0
	exitElse  = 1 // anything else
	exitUsage = 2 // the command line or a given file is wrong
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is the program without its process, so that tests can call it.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	root := command()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errs)
	called, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitDone
	}
	if !isOurs(err) {
		fmt.Fprintf(errs, "klantreis: %s\n\n%s", err, called.UsageString())
		return exitUsage
	}
	fmt.Fprintf(errs, "klantreis: %s\n", err)
	if code := fault.CodeOf(err); code == fault.Invalid || code == fault.TooLarge {
		return exitUsage
	}
	return exitElse
}

// failure is an error that came from doing, not from reading the command line.
type failure struct{ error }

func (f failure) Unwrap() error { return f.error }

func isOurs(err error) bool {
	var f failure
	return errors.As(err, &f)
}

// doing marks the errors of a subcommand's work, so that they do not read as wrong usage.
func doing(work func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if err := work(cmd, args); err != nil {
			return failure{err}
		}
		return nil
	}
}

func command() *cobra.Command {
	root := &cobra.Command{
		Use:           "klantreis",
		Short:         "Customer journeys: the map, the evidence and what customers did",
		Version:       version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return errors.New("say what to do")
		},
	}
	root.AddCommand(serveCommand(), demoCommand(), exportCommand(), importCommand(), renderCommand(), generateCommand(),
		analyzeCommand(), attributeCommand())
	return root
}

// writeFile writes a result whole or not at all, see [writeStream].
func writeFile(name string, data []byte) error {
	return writeStream(name, func(to io.Writer) error {
		_, err := to.Write(data)
		return err
	})
}

// writeStream writes a file whole or not at all, as far as write comes. What is no ordinary file, such as a
// pipe or /dev/stdout, is written to and never replaced; a link stays a link.
func writeStream(name string, write func(to io.Writer) error) error {
	err := replaceFile(name, write)
	var onDisk *fs.PathError
	var onRename *os.LinkError
	if errors.As(err, &onDisk) || errors.As(err, &onRename) {
		cause := err
		for inner := cause; inner != nil; inner = errors.Unwrap(inner) {
			cause = inner // what the system says, without the name of the file beside
		}
		return fault.Wrap(err, fault.Unavailable, "%s cannot be written: %s", name, cause)
	}
	return err
}

func replaceFile(name string, write func(to io.Writer) error) error {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	beside, ordinary := name+".part", true
	if there, err := os.Stat(name); err == nil && !there.Mode().IsRegular() {
		beside, ordinary = name, false
	}
	file, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	err = write(file)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if !ordinary {
		return err
	}
	if err == nil {
		err = os.Rename(beside, name)
	}
	if err != nil {
		_ = os.Remove(beside) // it is half a file
	}
	return err
}

// readFile reads a file up to one byte more than its limit, so that the reader of it sees that it is too large.
func readFile(name string, bytesMax int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "%s cannot be read: %s", name, errors.Unwrap(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, bytesMax+1))
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "%s cannot be read: %s", name, errors.Unwrap(err))
	}
	return data, nil
}
