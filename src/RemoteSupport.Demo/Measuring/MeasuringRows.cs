using System.Globalization;
using Bogus;

namespace RemoteSupport.Demo.Measuring;

/// <summary>Some organizations of a tenant and their numbers, column by column, as PostgreSQL takes them fastest.</summary>
internal sealed class MeasuringRows
{
    private static readonly Dictionary<string, string[]> Areas = new(StringComparer.Ordinal)
    {
        ["it"] = ["+3906", "+3902", "+39011", "+39051", "+39081", "+39055", "+39347"], ["de"] = ["+4930", "+4989", "+4940", "+49221", "+49711", "+49170"],
        ["es"] = ["+3491", "+3493", "+3495", "+3496", "+3460"], ["en"] = ["+4420", "+44161", "+44121", "+35315"],
    };

    public List<Guid> Ids { get; } = [];

    public List<string> Names { get; } = [];

    public List<string?> References { get; } = [];

    public List<string> Languages { get; } = [];

    public List<bool> Customers { get; } = [];

    public List<bool> Suspended { get; } = [];

    public List<Guid> Owners { get; } = [];

    public List<string> Numbers { get; } = [];

    /// <summary>Those from a place in the tenant on.</summary>
    public static MeasuringRows Make(MeasuringTenant tenant, DemoIds ids, Randomizer random, CompanyNames names, IEnumerable<int> places)
    {
        var rows = new MeasuringRows();
        foreach (var place in places) rows.Add(ids.Next(), tenant.LanguageOf(random.Number(0, 9)), place, random, names);
        return rows;
    }

    private void Add(Guid id, string language, int place, Randomizer random, CompanyNames names)
    {
        Ids.Add(id);
        Names.Add(names.Next(language));
        References.Add(random.Bool(0.9f) ? $"K-{(char)('A' + random.Number(0, 25))}{place:000000}" : null);
        Languages.Add(language);
        Customers.Add(random.Bool());
        Suspended.Add(random.Bool(0.05f));
        for (var count = random.Bool(0.3f) ? 2 : 1; count > 0; count--)
        {
            Owners.Add(id);
            // Of the right length; only here for their digits, nobody is ever to call them.
            Numbers.Add(names.Pick(Areas[language]) + random.Number(1_000_000, 9_999_999).ToString(CultureInfo.InvariantCulture));
        }
    }
}
