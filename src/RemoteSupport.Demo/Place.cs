namespace RemoteSupport.Demo;

/// <summary>
/// Where customers are. Numbers come from ranges kept for fiction where a country has some (Ofcom's drama numbers, the German regulator's);
/// elsewhere they have the right shape in a block of 555.
/// </summary>
internal sealed record Place(string Country, string TimeZone, string Prefix, int Digits)
{
    private static readonly Dictionary<string, Place[]> ByLanguage = new(StringComparer.Ordinal)
    {
        ["it"] = [new("IT", "Europe/Rome", "+3906555", 5), new("IT", "Europe/Rome", "+3902555", 5), new("CH", "Europe/Zurich", "+4191555", 4)],
        ["de"] =
        [
            new("DE", "Europe/Berlin", "+493023125", 3), new("DE", "Europe/Berlin", "+496990009", 3), new("DE", "Europe/Berlin", "+494066969", 3),
            new("AT", "Europe/Vienna", "+431555", 4), new("CH", "Europe/Zurich", "+4144555", 4),
        ],
        ["es"] = [new("ES", "Europe/Madrid", "+34915550", 3), new("ES", "Europe/Madrid", "+34935550", 3), new("MX", "America/Mexico_City", "+525555550", 3)],
        ["en"] = [new("GB", "Europe/London", "+442079460", 3), new("GB", "Europe/London", "+441614960", 3), new("IE", "Europe/Dublin", "+3531555", 4)],
    };

    public static IReadOnlyList<Place> Of(string language) => ByLanguage[language];
}
