using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// Writes the log to standard output as JSON, many lines at once: to wake a thread and call the system for each line costs a busy node a tenth of
/// its time. Lines wait 50 milliseconds at most, errors not at all, and all are written when the node stops.
/// </summary>
[ProviderAlias("Console")]
internal sealed class BatchedConsole : ILoggerProvider, ISupportExternalScope
{
    private const int MostWaiting = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly ConcurrentQueue<string> waiting = new();
    private readonly Lock writing = new();
    private readonly Stream output = Console.OpenStandardOutput();
    private readonly ConsoleFormatter formatter;
    private readonly ITimer timer;
    private IExternalScopeProvider? scopes;

    public BatchedConsole(IEnumerable<ConsoleFormatter> formatters)
    {
        formatter = formatters.Single(one => one.Name == ConsoleFormatterNames.Json);
        timer = TimeProvider.System.CreateTimer(_ => Write(), null, Pause, Pause);
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
        timer.Dispose();
        Write();
    }

    private void Add(string lines, LogLevel level)
    {
        waiting.Enqueue(lines);
        // Whoever logs faster than can be written waits here instead of filling the memory.
        if (level >= LogLevel.Error || waiting.Count > MostWaiting) Write();
    }

    private void Write()
    {
        lock (writing)
        {
            if (waiting.IsEmpty) return;
            var batch = new StringBuilder();
            while (waiting.TryDequeue(out var lines)) batch.Append(lines);
            try
            {
                output.Write(Encoding.UTF8.GetBytes(batch.ToString()));
            }
            catch (IOException)
            {
                // A full disk behind the output: there is nowhere left to say so, and a node must not end for its log. Whoever watches misses the lines.
            }
        }
    }

    private sealed class Category(BatchedConsole console, string name) : ILogger
    {
        [ThreadStatic]
        private static StringWriter? writer;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => console.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            writer ??= new StringWriter();
            console.formatter.Write(new LogEntry<TState>(logLevel, name, eventId, state, exception, formatter), console.scopes, writer);
            var lines = writer.GetStringBuilder();
            if (lines.Length > 0) console.Add(lines.ToString(), logLevel);
            lines.Clear();
        }
    }
}
