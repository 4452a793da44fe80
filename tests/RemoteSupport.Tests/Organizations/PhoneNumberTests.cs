using RemoteSupport.Features.Shared;

namespace RemoteSupport.Tests.Organizations;

public sealed class PhoneNumberTests
{
    [Theory, Trait("Behaviour", "OR-1")]
    [InlineData("+390612345678", "IT", "+390612345678")]
    [InlineData("+39 (06) 123.456-78", "DE", "+390612345678")]
    [InlineData(" +49 30/123456", null, "+4930123456")]
    [InlineData("06 12345678", "IT", "+390612345678")]
    [InlineData("0039 06 12345678", "IT", "+390612345678")]
    [InlineData("612 345 678", "ES", "+34612345678")]
    [InlineData("030 123456", "DE", "+4930123456")]
    [InlineData("0044 20 7946 0000", "DE", "+442079460000")]
    [InlineData("+1 212 555 0100", "XX", "+12125550100")]
    public void A_number_is_read_as_people_write_it(string text, string? country, string expected) => Assert.Equal(expected, PhoneNumber.Read(text, country));

    [Theory, Trait("Behaviour", "OR-1")]
    [InlineData(null, "IT")]
    [InlineData("", "IT")]
    [InlineData("12", "IT")]
    [InlineData("call me", "IT")]
    [InlineData("+39 06 1234567 ext. 5", "IT")]
    [InlineData("+49 (0)30 123456", "DE")]
    [InlineData("30 123456", "DE")]
    [InlineData("2125550100", "US")]
    [InlineData("011 39 06 12345678", "US")]
    [InlineData("06 12345678", null)]
    [InlineData("+0612345678", "IT")]
    [InlineData("+3906123456789012", "IT")]
    [InlineData("++39 06 12345678", "IT")]
    [InlineData("+٣٩٠٦١٢٣٤٥٦٧٨", "IT")]
    [InlineData("+39 06 12345678\n", "IT")]
    public void A_number_that_would_have_to_be_guessed_is_refused(string? text, string? country) => Assert.Null(PhoneNumber.Read(text, country));
}
