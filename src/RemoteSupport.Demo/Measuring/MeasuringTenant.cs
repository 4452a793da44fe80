namespace RemoteSupport.Demo.Measuring;

/// <summary>One of 200 tenants with 1,000,000 organizations together: a big one, and others from 30,000 down to about 2,000.</summary>
internal sealed record MeasuringTenant(int Number, int Organizations)
{
    private const int All = 1_000_000;
    private const int Big = 200_000;
    private const int HowMany = 200;
    private const string Languages = "ides";
    private static readonly DateTimeOffset Epoch = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same every time; the biggest first.</summary>
    public static IReadOnlyList<MeasuringTenant> List { get; } = Make();

    public string Slug => $"m{Number:000}";

    public DemoIds NewIds() => new(1000 + Number, Epoch.AddDays(Number));

    /// <summary>Of an organization: seven in ten have the tenant's own.</summary>
    public string LanguageOf(int roll) => CodeOf(roll < 7 ? Languages[Number % 4] : Languages[roll % 4]);

    public string Language => CodeOf(Languages[Number % 4]);

    private static string CodeOf(char letter) => letter switch { 'i' => "it", 'd' => "de", 's' => "es", _ => "en" };

    private static List<MeasuringTenant> Make()
    {
        // Sizes as the root of the rank falls, drawn out so that they make the whole.
        var roots = Enumerable.Range(1, HowMany - 1).Select(rank => 1 / Math.Sqrt(rank)).ToList();
        var sizes = roots.Select(root => (int)((All - Big) * root / roots.Sum())).ToList();
        sizes[0] += All - Big - sizes.Sum();
        return [.. sizes.Prepend(Big).Select((size, index) => new MeasuringTenant(index + 1, size))];
    }
}
