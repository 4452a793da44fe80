using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace RemoteSupport.Tests.Hosting;

/// <summary>
/// A clock that stands still, and stands differently for each test: a request carries its test's time, and what a test runs by itself happens at
/// the time that it set. So tests that move the clock run beside each other on one node.
/// </summary>
public sealed class TestClock : TimeProvider
{
    public const string Header = "X-Test-Clock";
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly AsyncLocal<DateTimeOffset?> Here = new();

    public override DateTimeOffset GetUtcNow() => Here.Value ?? Start;

    /// <summary>From here on, in this test or request, it is that time.</summary>
    public static void Set(DateTimeOffset now) => Here.Value = now;

    /// <summary>Takes each request's time from its header.</summary>
    internal sealed class Filter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (context.Request.Headers.TryGetValue(Header, out var time)) Set(DateTimeOffset.Parse(time.ToString(), CultureInfo.InvariantCulture));
                return following(context);
            });
            next(app);
        };
    }
}
