using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Operations;

public sealed class LogTests
{
    private const string Secret = "SECRETsecretSECRET";

    [Fact, Trait("Behaviour", "OP-1")]
    public async Task Nothing_that_a_person_or_a_browser_sent_is_logged_and_each_line_has_the_trace_of_its_page()
    {
        var log = new Captured();
        await using var node = await TestNode.StartAsync(await TestDatabase.CommonAsync(), change: builder => builder.Logging.AddProvider(log));
        var tenant = await TestTenant.CreateAsync(node);
        var account = await tenant.AddPartnerUserAsync();
        var browser = tenant.Browse();
        browser.UserAgent = $"{Secret}-agent";
        browser.Headers["X-Forwarded-For"] = $"{Secret}, evil";
        browser.Headers["Referer"] = $"http://x/{Secret}";

        await browser.GetAsync($"/reset-password/{Secret}?token={Secret}&email={account.Email}");
        await browser.GetAsync($"/%0d%0aWARN%20{Secret}%20injected");
        await browser.SignInAsync(account.Email, Secret);
        await browser.SignInAsync(account.Email);
        await browser.GetAsync($"/locked-accounts?x={Secret}");
        await browser.PostAsync($"/sign-in?returnUrl=/{Secret}", [KeyValuePair.Create("__RequestVerificationToken", Secret)]);
        await tenant.Call(Secret).PostAsync("/sign-in", new { email = account.Email, password = Secret, unknown = Secret });
        await tenant.Call(Secret).SendRawAsync(HttpMethod.Post, "/sign-in", $"{{ {Secret}");
        await tenant.Call().SendRawAsync(new HttpMethod(Secret), "/sign-in", null);
        await tenant.Call(Secret).GetAsync($"/nothing/{Secret}", $"{Secret}.{TestNode.BaseDomain}");
        var missing = await tenant.Browse().GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        var trace = missing.Document.QuerySelector(".trace code")!.TextContent;
        Assert.Matches("^[0-9a-f]{32}$", trace);
        Assert.Contains(log.Lines, line => line.Contains(trace, StringComparison.Ordinal));
        var requests = log.Lines.Where(line => line.Contains("RequestLog", StringComparison.Ordinal)).ToList();
        Assert.True(requests.Count >= 10);
        Assert.All(requests, line => Assert.Matches("TraceId:[0-9a-f]{32}", line));
        var everything = string.Join('\n', log.Lines);
        foreach (var word in new[] { Secret, account.Email, account.Name, "injected", "X-Forwarded-For" })
            Assert.DoesNotContain(word, everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(new Regex("\r"), everything);
    }

    /// <summary>Takes every line with its scopes, at the levels that are configured.</summary>
    private sealed class Captured : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Writer(Captured captured, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => captured.scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var around = new List<string>();
                captured.scopes.ForEachScope((scope, list) => list.Add(scope?.ToString() ?? ""), around);
                captured.Lines.Enqueue($"{logLevel} {category} {string.Join(' ', around)} {formatter(state, exception)} {exception}");
            }
        }
    }
}
