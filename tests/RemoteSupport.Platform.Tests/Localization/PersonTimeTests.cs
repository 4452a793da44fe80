using RemoteSupport.Platform.Localization;
using Xunit;

namespace RemoteSupport.Platform.Tests.Localization;

public sealed class PersonTimeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 14, 30, 0, TimeSpan.Zero);

    private readonly PersonTime times = new(Texts.Product, new Stopped());

    [Theory]
    [InlineData("en", "21 Nov 2026, 15:30 (Europe/Rome)")]
    [InlineData("it", "21 nov 2026, 15:30 (Europe/Rome)")]
    [InlineData("es", "21 nov 2026, 15:30 (Europe/Rome)")]
    [InlineData("de", "21. Nov. 2026, 15:30 (Europe/Rome)")]
    public void An_instant_is_written_in_the_persons_zone_and_language(string code, string text)
    {
        using var _ = Texts.Language(code).Use();
        Assert.Equal(text, times.Instant(Now, "Europe/Rome"));
    }

    [Theory]
    [InlineData("2026-10-25T00:30:00Z", "25 Oct 2026, 02:30 (Europe/Berlin, UTC+02:00)")]
    [InlineData("2026-10-25T01:30:00Z", "25 Oct 2026, 02:30 (Europe/Berlin, UTC+01:00)")]
    [InlineData("2026-10-25T02:30:00Z", "25 Oct 2026, 03:30 (Europe/Berlin)")]
    public void An_hour_that_happens_twice_is_told_apart(string instant, string text)
    {
        using var _ = Languages.English.Use();
        Assert.Equal(text, times.Instant(DateTimeOffset.Parse(instant, null), "Europe/Berlin"));
    }

    [Theory]
    [InlineData("en", -59, "just now")]
    [InlineData("en", -60, "1 minute ago")]
    [InlineData("en", -300, "5 minutes ago")]
    [InlineData("it", -300, "5 minuti fa")]
    [InlineData("es", -3600, "hace 1 hora")]
    [InlineData("de", -172800, "vor 2 Tagen")]
    [InlineData("de", -2592000, "vor 1 Monat")]
    [InlineData("en", -31449600, "12 months ago")]
    [InlineData("it", -63072000, "2 anni fa")]
    [InlineData("en", 30, "in less than a minute")]
    [InlineData("de", 60, "in 1 Minute")]
    [InlineData("es", 7200, "en 2 horas")]
    [InlineData("it", 86400, "tra 1 giorno")]
    [InlineData("de", 31536000, "in 1 Jahr")]
    public void A_distance_is_told_in_its_largest_unit(string code, int seconds, string text)
    {
        using var _ = Texts.Language(code).Use();
        Assert.Equal(text, times.Relative(Now.AddSeconds(seconds)));
    }

    [Theory]
    [InlineData("en", "04:00:00", "4 hours")]
    [InlineData("en", "1.02:30:00", "1 day 2 hours 30 minutes")]
    [InlineData("it", "1.02:30:00", "1 giorno 2 ore 30 minuti")]
    [InlineData("es", "2.01:01:00", "2 días 1 hora 1 minuto")]
    [InlineData("de", "3.00:01:00", "3 Tage 1 Minute")]
    [InlineData("de", "00:00:01", "1 Sekunde")]
    [InlineData("en", "00:00:00", "0 seconds")]
    public void A_duration_is_told_in_days_hours_and_minutes(string code, string duration, string text)
    {
        using var _ = Texts.Language(code).Use();
        Assert.Equal(text, times.Duration(TimeSpan.Parse(duration, null)));
    }

    [Fact]
    public void A_negative_duration_and_an_unknown_zone_are_bugs()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => times.Duration(TimeSpan.FromSeconds(-1)));
        Assert.Throws<TimeZoneNotFoundException>(() => times.Instant(Now, "Europe/Nowhere"));
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
