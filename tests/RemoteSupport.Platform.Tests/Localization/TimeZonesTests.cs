using RemoteSupport.Platform.Localization;
using Xunit;

namespace RemoteSupport.Platform.Tests.Localization;

[Trait("Behaviour", "AC-12")]
public sealed class TimeZonesTests
{
    [Fact]
    public void The_list_is_sorted_and_every_name_on_it_is_known()
    {
        Assert.Equal(TimeZones.All.Order(StringComparer.Ordinal), TimeZones.All);
        Assert.All(TimeZones.All, name => Assert.True(TimeZones.IsKnown(name), name));
        Assert.Superset(new HashSet<string> { "UTC", "Europe/Rome", "Europe/Berlin", "America/Mexico_City" }, TimeZones.All.ToHashSet());
    }

    [Theory]
    [InlineData("Europe/Rome", true)]
    [InlineData("UTC", true)]
    [InlineData("Asia/Calcutta", true)]
    [InlineData("Etc/GMT+5", true)]
    [InlineData("Europe/Nowhere", false)]
    [InlineData("../../../etc/passwd", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("Europe/Rome\n", false)]
    [InlineData("zone.tab", false)]
    [InlineData("Europe", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_name_of_a_time_zone_is_known(string? name, bool known) => Assert.Equal(known, TimeZones.IsKnown(name));
}
